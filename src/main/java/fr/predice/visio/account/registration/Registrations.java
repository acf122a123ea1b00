package fr.predice.visio.account.registration;

import fr.predice.visio.audit.AuditAction;
import fr.predice.visio.audit.AuditTrail;
import fr.predice.visio.platform.config.Settings;
import fr.predice.visio.platform.limit.Ceiling;
import fr.predice.visio.platform.limit.RateLimits;
import fr.predice.visio.platform.token.SecretToken;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Requests for an account, as far as whoever asks can take them. */
@Stateless
public class Registrations {
    private static final int PER_ADDRESS = 30;
    private static final int PER_PERSON = 5;
    private static final Duration WINDOW = Duration.ofHours(1);
    private static final int ON_THE_SITE = 1000;
    private static final Duration DAY = Duration.ofDays(1);

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Clock clock;

    @Inject
    private RateLimits limits;

    @Inject
    private AuditTrail audit;

    @Inject
    private Settings settings;

    /**
     * Keeps the request until its address is proved. The link that proves it is mailed a few seconds later, by
     * {@link RegistrationProofs}, which looks then whether somebody has an account: neither the answer here nor its
     * time tells it.
     *
     * @param numberProved whether Pro Santé Connect told the number, see {@link ProvedNumber}
     * @param address the client's, as the limit counts it
     * @throws fr.predice.visio.platform.limit.LimitReached after too many requests from there, for this mail address or
     *     number, whose owners are written to, or on the whole site
     */
    public void ask(Applicant applicant, boolean numberProved, Locale language, String address) {
        limits.take(
                new Ceiling("registration-mail", applicant.mail().key(), PER_PERSON, WINDOW),
                new Ceiling("registration-number", applicant.number().digits(), PER_PERSON, WINDOW),
                new Ceiling("registration-address", address, PER_ADDRESS, WINDOW),
                new Ceiling("registration-site", "all", ON_THE_SITE, DAY));
        var asked = new Registration(applicant, language, settings.terms().version(), clock.instant());
        asked.numberProved(numberProved);
        entities.persist(asked);
        audit.record(
                AuditAction.REGISTRATION_ASKED, AuditTrail.NOBODY, asked.id().toString(), address);
    }

    /**
     * The address is that of whoever asks. Proving it again changes nothing.
     *
     * @throws RegistrationUnknown if the link is none of ours, or proves nothing any more
     */
    public Registration prove(SecretToken link, String address) {
        var asked = withLink(link, LockModeType.PESSIMISTIC_WRITE)
                .filter(found -> !found.proofIsOver(clock.instant()))
                .orElseThrow(RegistrationUnknown::new);
        if (asked.prove(clock.instant())) {
            audit.record(
                    AuditAction.REGISTRATION_PROVED,
                    AuditTrail.NOBODY,
                    asked.id().toString(),
                    address);
        }
        return asked;
    }

    /**
     * Where a request is. Changes nothing.
     *
     * @throws RegistrationUnknown if the link is none of ours, or proves nothing any more
     */
    public Registration look(SecretToken link) {
        return withLink(link, LockModeType.NONE)
                .filter(found -> !found.proofIsOver(clock.instant()))
                .orElseThrow(RegistrationUnknown::new);
    }

    private Optional<Registration> withLink(SecretToken link, LockModeType lock) {
        return entities.createQuery("SELECT r FROM Registration r WHERE r.linkHash = :hash", Registration.class)
                .setParameter("hash", link.hash().hex())
                .setLockMode(lock)
                .getResultStream()
                .findFirst();
    }
}
