package fr.predice.visio.signin.otp;

import fr.predice.visio.account.Account;
import fr.predice.visio.account.Accounts;
import fr.predice.visio.audit.AuditAction;
import fr.predice.visio.audit.AuditTrail;
import fr.predice.visio.messaging.Delivery;
import fr.predice.visio.messaging.DeliveryState;
import fr.predice.visio.messaging.Outbox;
import fr.predice.visio.messaging.sms.SmsLimits;
import fr.predice.visio.platform.config.Settings;
import fr.predice.visio.platform.limit.RateLimits;
import fr.predice.visio.platform.token.KeyedHash;
import fr.predice.visio.platform.watch.NeedsDatabase;
import fr.predice.visio.signin.authenticator.Authenticators;
import fr.predice.visio.signin.throttle.Bucket;
import fr.predice.visio.signin.throttle.Throttle;
import jakarta.ejb.Schedule;
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
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * One-time codes of six digits, valid 10 minutes (ASVS 5.0 6.5.4, 6.5.5). Stored as an HMAC under the site's pepper and
 * the challenge's id, so that a copy of the database gives none back.
 */
@Stateless
@NeedsDatabase
public class OneTimeCodes {
    private static final String CODE = "one-time-code";
    static final Duration VALIDITY = Duration.ofMinutes(10);
    static final Duration RESEND_AFTER = Duration.ofSeconds(60);
    private static final int SENDS_PER_ACCOUNT_PER_HOUR = 12;
    private static final Duration KEPT = Duration.ofDays(1);
    private static final SecureRandom RANDOM = new SecureRandom();

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Clock clock;

    @Inject
    private KeyedHash hash;

    @Inject
    private RateLimits limits;

    @Inject
    private SmsLimits smsLimits;

    @Inject
    private Accounts accounts;

    @Inject
    private Outbox outbox;

    @Inject
    private CodeText text;

    @Inject
    private Attempts attempts;

    @Inject
    private Throttle throttle;

    @Inject
    private AuditTrail audit;

    @Inject
    private Authenticators authenticators;

    @Inject
    private Settings settings;

    /**
     * Opens a sign-in for an account whose password was right and sends its first code, unless an app gives it.
     *
     * @param way one that is open to this account, see {@link #open}
     * @param device that the account knows, see {@link Bucket#device}: what others do elsewhere is counted apart
     * @throws fr.predice.visio.platform.limit.LimitReached if the account was sent too many codes this hour
     */
    public UUID issue(Account account, String device, Way way, Locale language) {
        var challenge = new Challenge(UUID.randomUUID(), account, device);
        if (way == Way.APP) {
            challenge.awaitApp(clock.instant());
        } else {
            send(challenge, way, language);
        }
        entities.persist(challenge);
        return challenge.id();
    }

    /**
     * Sends a new code, after which the former one is worth nothing.
     *
     * @throws ResendRefused if 60 s have not passed, or three were sent, or the sign-in is over
     */
    public void resend(UUID id, Way way, Locale language) {
        var challenge = entities.find(Challenge.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (challenge == null || !challenge.open() || challenge.sendsLeft() == 0) {
            throw new ResendRefused(Duration.ZERO);
        }
        var wait = Duration.between(clock.instant(), challenge.lastSentAt().plus(RESEND_AFTER));
        if (wait.toMillis() > 0) {
            throw new ResendRefused(wait);
        }
        var account = accounts.active(challenge.accountId()).orElseThrow(() -> new ResendRefused(Duration.ZERO));
        send(challenge, bySmsAlone(account) ? Way.SMS : way, language);
    }

    /**
     * The way that a code may come: by SMS, if it was to come from an app that the account does not have, or by mail
     * where the password came that way too. Holds no connection, as {@link #issue} counts limits next.
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Way open(Account account, Way wanted) {
        return switch (wanted) {
            case APP -> authenticators.has(account.id()) ? Way.APP : Way.SMS;
            case MAIL -> bySmsAlone(account) ? Way.SMS : Way.MAIL;
            case SMS -> Way.SMS;
        };
    }

    private boolean bySmsAlone(Account account) {
        return account.passwordWasMailed() && !settings.messaging().smsGateway().equals("none");
    }

    /**
     * The code comes from the app now; one that was sent is worth nothing.
     *
     * @throws CodeDead if the sign-in is over, or the account has no app
     */
    public void useApp(UUID id) {
        var challenge = entities.find(Challenge.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (challenge == null || !challenge.open() || !authenticators.has(challenge.accountId())) {
            throw new CodeDead();
        }
        outbox.withdraw(id);
        challenge.awaitApp(clock.instant());
    }

    private void send(Challenge challenge, Way way, Locale language) {
        // First: a new sign-in's transaction holds no connection yet, and the limit takes one of its own.
        limits.take(
                "code-sends",
                challenge.bucket().subject() + challenge.bucket().device(),
                SENDS_PER_ACCOUNT_PER_HOUR,
                Duration.ofHours(1));
        if (way == Way.SMS) {
            smsLimits.takeForCode();
        }
        var account = accounts.active(challenge.accountId()).orElseThrow(CodeDead::new);
        var code = String.format(Locale.ROOT, "%06d", RANDOM.nextInt(1_000_000));
        challenge.send(way, hmac(challenge.id(), code), clock.instant());
        outbox.withdraw(challenge.id());
        outbox.post(text.message(challenge, account, code, language));
    }

    /**
     * Signs in with a code. The attempt is counted and committed before anything is compared, so parallel guesses share
     * the five attempts; the code is then consumed by one conditional UPDATE, so it works once.
     *
     * @throws CodeWrong with the attempts left
     * @throws CodeExpired if it is too old and another can be sent
     * @throws CodeDead if it was used, or its attempts are used up, or the account's sessions were ended meanwhile
     * @throws fr.predice.visio.platform.limit.LimitReached if it is too early after other guesses
     */
    public Account verify(UUID id, String code) {
        var counted = attempts.count(id);
        var right = counted.way() == Way.APP
                ? authenticators.accepts(counted.account(), code)
                : hash.is(counted.codeHmac(), CODE, id.toString(), code);
        return enter(id, counted, right);
    }

    /**
     * Signs in with one of the codes that came with the app; guesses count as above, and the same is thrown.
     *
     * @param address the client's
     */
    public Account rescue(UUID id, String code, String address) {
        var counted = attempts.count(id);
        return enter(id, counted, authenticators.rescues(counted.account(), code, address));
    }

    private Account enter(UUID id, Attempts.Counted counted, boolean right) {
        if (!right) {
            if (counted.locks()) {
                audit.recordRefusal(
                        AuditAction.SIGN_IN_LOCKED, counted.account().toString(), AuditTrail.NOBODY);
            }
            throw new CodeWrong(counted.attemptsLeft());
        }
        var consumed = entities.createQuery("""
                        UPDATE Challenge c SET c.consumedAt = :now
                        WHERE c.id = :id AND c.consumedAt IS NULL AND c.codeHmac = :hmac""")
                .setParameter("now", clock.instant())
                .setParameter("id", id)
                .setParameter("hmac", counted.codeHmac())
                .executeUpdate();
        if (consumed != 1) {
            throw new CodeDead();
        }
        throttle.clear(counted.bucket());
        return accounts.active(counted.account())
                .filter(account -> account.sessions() == counted.sessions())
                .map(account -> in(account, counted.way()))
                .orElseThrow(CodeDead::new);
    }

    private static Account in(Account account, Way way) {
        if (way != Way.MAIL) {
            account.provedBesidesMail();
        }
        return account;
    }

    @Schedule(hour = "*", minute = "29", persistent = false)
    void forgetPast() {
        entities.createQuery("DELETE FROM Challenge c WHERE c.codeExpiresAt < :limit")
                .setParameter("limit", clock.instant().minus(KEPT))
                .executeUpdate();
    }

    /** Whose sign-in it is, or was. */
    public Optional<UUID> owner(UUID id) {
        return Optional.ofNullable(entities.find(Challenge.class, id)).map(Challenge::accountId);
    }

    /** What the code page shows, or nothing if this sign-in is over. */
    public Optional<Progress> progress(UUID id) {
        return Optional.ofNullable(entities.find(Challenge.class, id))
                .filter(Challenge::open)
                .flatMap(challenge -> accounts.active(challenge.accountId())
                        .map(account -> Progress.of(
                                challenge,
                                account,
                                failed(challenge),
                                authenticators.has(account.id()),
                                bySmsAlone(account),
                                clock.instant())));
    }

    /** Whether the code comes from the app, as the account has one. */
    public boolean awaitsApp(UUID id) {
        return progress(id).filter(progress -> progress.way() == Way.APP).isPresent();
    }

    private boolean failed(Challenge challenge) {
        return outbox.deliveryOf(challenge.id())
                .map(DeliveryState::delivery)
                .filter(Set.of(Delivery.FAILED, Delivery.EXPIRED)::contains)
                .isPresent();
    }

    private String hmac(UUID challenge, String code) {
        return hash.of(CODE, challenge.toString(), code);
    }
}
