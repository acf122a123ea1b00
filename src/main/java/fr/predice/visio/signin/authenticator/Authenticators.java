package fr.predice.visio.signin.authenticator;

import fr.predice.visio.account.AccountMail;
import fr.predice.visio.account.Accounts;
import fr.predice.visio.audit.AuditAction;
import fr.predice.visio.audit.AuditTrail;
import fr.predice.visio.messaging.NewMessage;
import fr.predice.visio.messaging.Outbox;
import fr.predice.visio.platform.cipher.RowCipher;
import fr.predice.visio.platform.config.Settings;
import fr.predice.visio.platform.limit.RateLimits;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.commons.codec.binary.Base32;

/** The apps that people get their codes from. */
@Stateless
public class Authenticators {
    private static final System.Logger LOG = System.getLogger(Authenticators.class.getName());
    private static final Duration SET_UP = Duration.ofMinutes(15);
    private static final Duration WORTH_SENDING = Duration.ofHours(24);
    private static final int TRIES = 10;
    private static final int SECRET_BYTES = 20;
    private static final SecureRandom RANDOM = new SecureRandom();

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Clock clock;

    @Inject
    private RowCipher cipher;

    @Inject
    private RateLimits limits;

    @Inject
    private RescueCodes rescueCodes;

    @Inject
    private Accounts accounts;

    @Inject
    private AccountMail mails;

    @Inject
    private Outbox outbox;

    @Inject
    private AuditTrail audit;

    @Inject
    private Settings settings;

    /** Makes a secret for an account that has no app yet; one that was never confirmed is over. */
    public void start(UUID account) {
        accounts.oneAtATime();
        if (has(account)) {
            return;
        }
        forget(account);
        var secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        entities.persist(new Authenticator(account, new Base32().encodeToString(secret), cipher, clock.instant()));
    }

    /** What the app must be told, in the 15 minutes until a first code confirms it. */
    public Optional<SetUp> pending(UUID account) {
        return find(account, LockModeType.NONE)
                .filter(this::waits)
                .flatMap(app -> accounts.active(account)
                        .map(owner ->
                                new SetUp(settings.branding().service(), owner.identifier(), app.secret(cipher))));
    }

    /**
     * The app gives right codes: from now on they sign in.
     *
     * @return the rescue codes, told this once
     * @throws AppCodeWrong if the code is wrong, or nothing waits to be confirmed
     * @throws fr.predice.visio.platform.limit.LimitReached after too many tries
     */
    public List<String> confirm(UUID account, String code, String address) {
        limits.take("authenticator-set-up", account.toString(), TRIES, SET_UP);
        var app = find(account, LockModeType.PESSIMISTIC_WRITE)
                .filter(this::waits)
                .orElseThrow(AppCodeWrong::new);
        if (!app.accept(code, cipher, clock.instant())) {
            throw new AppCodeWrong();
        }
        app.confirm(clock.instant());
        tell(account, "authenticator.added");
        audit.record(AuditAction.AUTHENTICATOR_ADDED, account.toString(), account.toString(), address);
        return rescueCodes.make(account);
    }

    private boolean waits(Authenticator app) {
        return !app.confirmed() && clock.instant().isBefore(app.startedAt().plus(SET_UP));
    }

    /** Neither the app nor its rescue codes sign in any more. */
    public void remove(UUID account, String address) {
        if (has(account)) {
            forget(account);
            tell(account, "authenticator.removed");
            audit.record(AuditAction.AUTHENTICATOR_REMOVED, account.toString(), account.toString(), address);
        }
    }

    private void forget(UUID account) {
        find(account, LockModeType.PESSIMISTIC_WRITE).ifPresent(app -> {
            entities.remove(app);
            entities.flush();
        });
    }

    /** Whether the account has an app that was confirmed. In the caller's transaction, if there is one. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public boolean has(UUID account) {
        return find(account, LockModeType.NONE).filter(Authenticator::confirmed).isPresent();
    }

    public int rescueCodesLeft(UUID account) {
        return rescueCodes.left(account);
    }

    /** Whether the app gives this code now, and none as late was accepted before. */
    public boolean accepts(UUID account, String code) {
        return find(account, LockModeType.PESSIMISTIC_WRITE)
                .filter(Authenticator::confirmed)
                .filter(app -> accepts(app, code))
                .isPresent();
    }

    private boolean accepts(Authenticator app, String code) {
        try {
            return app.accept(code, cipher, clock.instant());
        } catch (IllegalStateException otherKey) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "An authenticator''s secret is unreadable: {0}",
                    otherKey.getMessage());
            return false;
        }
    }

    /** Whether it is one of the rescue codes; it is no more, and the account's owner is told. */
    public boolean rescues(UUID account, String code, String address) {
        var used = has(account) && rescueCodes.use(account, code);
        if (used) {
            tell(account, "rescue");
            audit.record(AuditAction.RESCUE_CODE_USED, account.toString(), AuditTrail.NOBODY, address);
        }
        return used;
    }

    private void tell(UUID account, String what) {
        accounts.active(account)
                .map(owner ->
                        mails.to(owner, what, owner.displayName(), mails.supportPhone(), rescueCodes.left(account)))
                .ifPresent(mail -> outbox.post(
                        NewMessage.mail(account, mail, clock.instant().plus(WORTH_SENDING))));
    }

    private Optional<Authenticator> find(UUID account, LockModeType lock) {
        return Optional.ofNullable(entities.find(Authenticator.class, account, lock));
    }
}
