package fr.predice.visio.signin.password;

import fr.predice.visio.account.Account;
import fr.predice.visio.account.Accounts;
import fr.predice.visio.audit.AuditAction;
import fr.predice.visio.audit.AuditTrail;
import fr.predice.visio.platform.limit.RateLimits;
import fr.predice.visio.signin.Door;
import fr.predice.visio.signin.otp.OneTimeCodes;
import fr.predice.visio.signin.otp.Way;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;

/** The first factor. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PasswordSignIn {
    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final int TRIES_PER_IDENTIFIER = 10;
    private static final int TRIES_PER_ADDRESS = 300;

    @Inject
    private RateLimits limits;

    @Inject
    private Accounts accounts;

    @Inject
    private OneTimeCodes codes;

    @Inject
    private AuditTrail audit;

    /**
     * Checks identifier and password, then sends a code. Limits count known and unknown identifiers alike.
     *
     * @param door where it is tried: an account of another one counts as unknown
     * @param address the client's, as the limit counts it
     * @throws fr.predice.visio.account.PasswordOver if it is the right initial password, too late
     * @return the challenge that the code answers
     * @throws PasswordRefused the same for an unknown identifier and a wrong password; nothing is sent then
     * @throws fr.predice.visio.platform.limit.LimitReached after too many tries
     */
    public UUID begin(Door door, String identifier, String password, Way way, Locale language, String address) {
        // Once, in one way: the limit and the look-up must mean the same account.
        var known = identifier.strip().toLowerCase(Locale.ROOT);
        limits.take("password-address", address, TRIES_PER_ADDRESS, WINDOW);
        limits.take("password-identifier", known, TRIES_PER_IDENTIFIER, WINDOW);
        var account = accounts.authenticate(known, password)
                .filter(found -> door.lets(found.role()))
                .orElse(null);
        if (account == null) {
            audit.recordRefusal(AuditAction.PASSWORD_REFUSED, AuditTrail.NOBODY, address);
            throw new PasswordRefused();
        }
        return send(account, way, language, address);
    }

    private UUID send(Account account, Way way, Locale language, String address) {
        var challenge = codes.issue(account.id(), way, language);
        audit.record(AuditAction.CODE_SENT, account.id().toString(), way.name(), address);
        return challenge;
    }
}
