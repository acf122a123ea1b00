package fr.predice.visio.account.recovery;

import fr.predice.visio.account.Account;
import fr.predice.visio.account.Accounts;
import fr.predice.visio.account.MailAddress;
import fr.predice.visio.audit.AuditAction;
import fr.predice.visio.audit.AuditTrail;
import fr.predice.visio.messaging.Outbox;
import fr.predice.visio.platform.cipher.RowCipher;
import fr.predice.visio.platform.limit.Ceiling;
import fr.predice.visio.platform.limit.RateLimits;
import fr.predice.visio.platform.persistence.WaitingRows;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Requests of people who cannot get in. */
@Stateless
public class Recoveries {
    private static final System.Logger LOG = System.getLogger(Recoveries.class.getName());
    private static final int PER_ADDRESS = 60;
    private static final int PER_PERSON = 5;
    private static final Duration WINDOW = Duration.ofHours(1);
    private static final String NEXT = "SELECT r FROM RecoveryRequest r ORDER BY r.askedAt";

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Clock clock;

    @Inject
    private RateLimits limits;

    @Inject
    private RowCipher cipher;

    @Inject
    private Accounts accounts;

    @Inject
    private PasswordLinks links;

    @Inject
    private RecoveryMail mails;

    @Inject
    private Outbox outbox;

    @Inject
    private AuditTrail audit;

    /**
     * Keeps the request; {@link #answerNext} looks later whose it is. The work is the same for anybody.
     *
     * @param typed an identifier or a mail address
     * @param address the client's, as the limit counts it
     * @throws fr.predice.visio.platform.limit.LimitReached after too many requests from there, or with the same words
     */
    public void ask(Lost lost, String typed, String address) {
        var words = typed.strip().toLowerCase(Locale.ROOT);
        limits.take(
                new Ceiling("recovery-person", words, PER_PERSON, WINDOW),
                new Ceiling("recovery-address", address, PER_ADDRESS, WINDOW));
        var asked = new RecoveryRequest(lost, words, address, cipher, clock.instant());
        entities.persist(asked);
        audit.record(AuditAction.RECOVERY_ASKED, AuditTrail.NOBODY, asked.id().toString(), address);
    }

    /**
     * Mails whoever asked first what helps them, if they have an account.
     *
     * @return whether somebody waited
     */
    public boolean answerNext() {
        var waiting = WaitingRows.first(entities.createQuery(NEXT, RecoveryRequest.class));
        waiting.ifPresent(asked -> {
            owner(asked).ifPresent(account -> answer(asked, account));
            entities.remove(asked);
        });
        return waiting.isPresent();
    }

    private Optional<Account> owner(RecoveryRequest asked) {
        try {
            return owner(asked.typed(cipher));
        } catch (IllegalStateException otherKey) {
            LOG.log(System.Logger.Level.WARNING, "A recovery request is unreadable: {0}", otherKey.getMessage());
            return Optional.empty();
        }
    }

    private Optional<Account> owner(String words) {
        return accounts.withIdentifier(words).or(() -> MailAddress.read(words).flatMap(accounts::withMail));
    }

    private void answer(RecoveryRequest asked, Account account) {
        if (accounts.active(account.id()).isEmpty()) {
            outbox.post(mails.closed(asked, account, clock.instant()));
            return;
        }
        if (asked.lost() == Lost.PASSWORD) {
            outbox.post(mails.link(asked, account, links.give(account.id()), clock.instant()));
        } else {
            outbox.post(mails.identifier(asked, account, clock.instant()));
        }
        var sent = asked.lost() == Lost.PASSWORD ? AuditAction.PASSWORD_LINK_SENT : AuditAction.IDENTIFIER_SENT;
        audit.record(sent, AuditTrail.NOBODY, account.id().toString(), asked.address());
    }
}
