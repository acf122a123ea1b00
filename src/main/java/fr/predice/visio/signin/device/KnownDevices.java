package fr.predice.visio.signin.device;

import fr.predice.visio.account.AccessReset;
import fr.predice.visio.account.Account;
import fr.predice.visio.audit.AuditAction;
import fr.predice.visio.audit.AuditTrail;
import fr.predice.visio.messaging.Outbox;
import fr.predice.visio.platform.token.SecretToken;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Optional;

/** Who signed in from where before. Only hashes of cookies are kept. */
@Stateless
public class KnownDevices {
    private static final String KNOWN = """
            SELECT a.identifier FROM known_device d JOIN account a ON a.id = d.account_id WHERE d.hash = :hash""";
    private static final String OURS = "SELECT EXISTS (SELECT FROM known_device WHERE hash = :hash)";
    private static final String ANY = "SELECT EXISTS (SELECT FROM known_device WHERE account_id = :account)";
    private static final String SEEN = """
            INSERT INTO known_device (account_id, hash, seen_at) VALUES (:account, :hash, :now)
            ON CONFLICT (account_id, hash) DO UPDATE SET seen_at = :now
            RETURNING xmax = 0""";

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Clock clock;

    @Inject
    private Outbox outbox;

    @Inject
    private AuditTrail audit;

    @Inject
    private NewDeviceMail mail;

    /**
     * The device as tries are counted under it: the hash of its token if this account signed in from there, else empty.
     *
     * @param identifier in lower case, known or not
     */
    public String known(String identifier, Optional<SecretToken> device) {
        return device.map(token -> token.hash().hex())
                .filter(hash -> entities.createNativeQuery(KNOWN, String.class)
                        .setParameter("hash", hash)
                        .getResultList()
                        .contains(identifier))
                .orElse("");
    }

    /**
     * Both factors were right here. A device that is new to the account is announced by mail, unless it is the first
     * one of all.
     *
     * @param device what the browser holds; a token that we never gave out is worth nothing
     * @return the token for it to hold from now on
     */
    public SecretToken arrived(Account account, Optional<SecretToken> device, Arrival arrival) {
        var token = device.filter(this::isOurs).orElseGet(SecretToken::random);
        var hasOthers = hasDevices(account);
        var isNew = (Boolean) entities.createNativeQuery(SEEN, Boolean.class)
                .setParameter("account", account.id())
                .setParameter("hash", token.hash().hex())
                .setParameter("now", clock.instant())
                .getSingleResult();
        if (isNew && hasOthers) {
            outbox.post(mail.about(account, arrival, clock.instant()));
            audit.record(AuditAction.DEVICE_ANNOUNCED, account.id().toString(), AuditTrail.NOBODY, arrival.address());
        }
        return token;
    }

    public void forget(@Observes AccessReset reset) {
        entities.createNativeQuery("DELETE FROM known_device WHERE account_id = :account")
                .setParameter("account", reset.account())
                .executeUpdate();
    }

    /** Whether somebody signed in from the device that holds this. */
    public boolean isOurs(SecretToken token) {
        return entities.createNativeQuery(OURS, Boolean.class)
                .setParameter("hash", token.hash().hex())
                .getSingleResult()
                .equals(true);
    }

    private boolean hasDevices(Account account) {
        return entities.createNativeQuery(ANY, Boolean.class)
                .setParameter("account", account.id())
                .getSingleResult()
                .equals(true);
    }
}
