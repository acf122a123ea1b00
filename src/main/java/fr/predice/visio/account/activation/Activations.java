package fr.predice.visio.account.activation;

import fr.predice.visio.account.Accounts;
import fr.predice.visio.account.NewAccount;
import fr.predice.visio.account.Passwords;
import fr.predice.visio.account.Role;
import fr.predice.visio.audit.AuditAction;
import fr.predice.visio.audit.AuditTrail;
import fr.predice.visio.messaging.Mail;
import fr.predice.visio.messaging.NewMessage;
import fr.predice.visio.messaging.Outbox;
import fr.predice.visio.platform.config.Settings;
import fr.predice.visio.platform.persistence.WaitingRows;
import fr.predice.visio.platform.token.SecretToken;
import fr.predice.visio.platform.web.Texts;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The links by which somebody becomes an administrator. */
@Stateless
public class Activations {
    private static final String LOCK = "SELECT 1 FROM pg_advisory_xact_lock(hashtext('first administrator'))";

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Clock clock;

    @Inject
    private Accounts accounts;

    @Inject
    private Passwords passwords;

    @Inject
    private Outbox outbox;

    @Inject
    private AuditTrail audit;

    @Inject
    private Settings settings;

    /**
     * At the very first start: the address that the settings name is invited, if nobody administers yet and nobody was
     * ever invited. Two nodes that start at once invite once.
     */
    public void inviteTheFirst() {
        var mail = settings.messaging().administrator();
        if (mail.isEmpty() || noMail()) {
            return;
        }
        entities.createNativeQuery(LOCK, Integer.class).getSingleResult();
        var nobody = entities.createQuery("SELECT count(a) FROM Activation a", Long.class)
                                .getSingleResult()
                        == 0
                && !accounts.anybodyAdministers();
        if (nobody) {
            entities.persist(new Activation(mail.get(), clock.instant()));
        }
    }

    /** Mails the links that are wished for; they wait while no mail leaves here. Several nodes mail each once. */
    public void mailWished() {
        if (noMail()) {
            return;
        }
        var wished = entities.createQuery("SELECT a FROM Activation a WHERE a.hash IS NULL", Activation.class);
        for (var activation : WaitingRows.take(wished)) {
            var link = SecretToken.random();
            activation.mailed(link.hash(), clock.instant());
            outbox.post(NewMessage.mail(
                    activation.id(),
                    mail(activation.mail(), "link", settings.publicAddress() + "/activation#" + link.text()),
                    clock.instant().plus(Activation.VALIDITY)));
        }
    }

    /**
     * Opens the account, and mails its identifier.
     *
     * @return the identifier
     * @throws ActivationUnknown if the link opens nothing
     * @throws fr.predice.visio.account.password.PasswordRefused if the password is none to have; the link stays good
     */
    public String open(SecretToken link, Newcomer who, String password, String address) {
        var activation = withLink(link).orElseThrow(ActivationUnknown::new);
        var name = who.givenName() + " " + who.familyName();
        // Before the locks: it takes long.
        var hash = passwords.hash(password, List.of(name, activation.mail()));
        var used = entities.createQuery("UPDATE Activation a SET a.usedAt = :now WHERE a.id = :id AND a.usedAt IS NULL")
                .setParameter("now", clock.instant())
                .setParameter("id", activation.id())
                .executeUpdate();
        if (used != 1) {
            throw new ActivationUnknown();
        }
        var person = new NewAccount(
                accounts.freeIdentifier(who.givenName(), who.familyName()),
                name,
                who.mobile(),
                activation.mail(),
                Role.ADMIN,
                Locale.FRENCH,
                Optional.empty());
        accounts.open(person, hash);
        outbox.post(NewMessage.mail(
                activation.id(),
                mail(
                        activation.mail(),
                        "open",
                        person.identifier(),
                        settings.publicAddress() + person.role().signInPage()),
                clock.instant().plus(Activation.VALIDITY)));
        audit.record(
                AuditAction.ADMINISTRATOR_OPENED,
                AuditTrail.NOBODY,
                activation.id().toString(),
                address);
        return person.identifier();
    }

    private boolean noMail() {
        return settings.messaging().mailGateway().equals("none");
    }

    private Optional<Activation> withLink(SecretToken link) {
        return entities.createQuery(
                        "SELECT a FROM Activation a WHERE a.hash = :hash AND a.usedAt IS NULL AND a.validUntil > :now",
                        Activation.class)
                .setParameter("hash", link.hash().hex())
                .setParameter("now", clock.instant())
                .getResultStream()
                .findFirst();
    }

    /** To administrators in French, as all that is mailed to them. */
    private Mail mail(String to, String kind, Object... arguments) {
        return new Mail(
                to,
                Texts.get(
                        Locale.FRENCH,
                        "mail.activation." + kind + ".subject",
                        settings.branding().service()),
                Texts.get(Locale.FRENCH, "mail.activation." + kind + ".body", arguments),
                Locale.FRENCH);
    }
}
