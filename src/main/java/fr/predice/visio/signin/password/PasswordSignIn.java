package fr.predice.visio.signin.password;

import fr.predice.visio.account.Account;
import fr.predice.visio.account.Accounts;
import fr.predice.visio.account.PasswordOver;
import fr.predice.visio.account.password.PasswordHashing;
import fr.predice.visio.audit.AuditAction;
import fr.predice.visio.audit.AuditTrail;
import fr.predice.visio.platform.limit.Ceiling;
import fr.predice.visio.platform.limit.LimitReached;
import fr.predice.visio.platform.limit.RateLimits;
import fr.predice.visio.signin.Door;
import fr.predice.visio.signin.TooMany;
import fr.predice.visio.signin.device.KnownDevices;
import fr.predice.visio.signin.otp.OneTimeCodes;
import fr.predice.visio.signin.otp.Way;
import fr.predice.visio.signin.throttle.Bucket;
import fr.predice.visio.signin.throttle.Factor;
import fr.predice.visio.signin.throttle.Throttle;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;

/** The first factor. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PasswordSignIn {
    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final int WRONG_PER_ADDRESS = 300;
    private static final Duration CROWD_WAITS = Duration.ofSeconds(15);

    @Inject
    private Clock clock;

    @Inject
    private RateLimits limits;

    @Inject
    private Throttle throttle;

    @Inject
    private KnownDevices devices;

    @Inject
    private Accounts accounts;

    @Inject
    private PasswordHashing hashing;

    @Inject
    private OneTimeCodes codes;

    @Inject
    private AuditTrail audit;

    /**
     * Checks identifier and password, then sends a code. Limits count known and unknown identifiers alike; at a device
     * that the account knows, they count what happens there alone.
     *
     * @param door where it is tried: an account of another one counts as unknown
     * @throws PasswordOver if it is the right initial password, too late
     * @return the challenge that the code answers
     * @throws PasswordRefused the same for an unknown identifier and a wrong password; nothing is sent then
     * @throws LimitReached after too many tries
     */
    public UUID begin(Door door, String identifier, String password, Way way, Locale language, Caller caller) {
        if (hashing.isCrowded()) {
            throw new LimitReached(TooMany.CROWD, CROWD_WAITS);
        }
        // Once, in one way: the limit and the look-up must mean the same account.
        var known = identifier.strip().toLowerCase(Locale.ROOT);
        var device = devices.known(known, caller.device());
        var stranger = device.isEmpty();
        // Tries at the public door close it alone: the console's may be shut to where they come from.
        var bucket = new Bucket(Factor.PASSWORD, known, stranger ? door.name() : device);
        var strangers = new Ceiling("password-address", caller.address(), WRONG_PER_ADDRESS, WINDOW);
        if (stranger) {
            limits.take(strangers);
        }
        var locks = throttle.take(bucket);
        var account = accounts.authenticate(known, password)
                .filter(found -> door.lets(found.role()))
                .orElse(null);
        if (account == null) {
            refuse(locks, caller);
        }
        throttle.clear(bucket);
        if (stranger) {
            limits.giveBack(strangers);
        }
        if (account.passwordIsOver(clock.instant())) {
            audit.recordRefusal(AuditAction.PASSWORD_REFUSED, account.id().toString(), caller.address());
            throw new PasswordOver();
        }
        return send(account, device, way, language, caller);
    }

    private void refuse(boolean locks, Caller caller) {
        audit.recordRefusal(AuditAction.PASSWORD_REFUSED, AuditTrail.NOBODY, caller.address());
        if (locks) {
            audit.recordRefusal(AuditAction.SIGN_IN_LOCKED, Factor.PASSWORD.name(), caller.address());
        }
        throw new PasswordRefused();
    }

    private UUID send(Account account, String device, Way way, Locale language, Caller caller) {
        var open = codes.open(account, way);
        var challenge = codes.issue(account, device, open, language);
        audit.record(AuditAction.CODE_SENT, account.id().toString(), open.name(), caller.address());
        return challenge;
    }
}
