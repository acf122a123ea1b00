package fr.predice.visio.signin.otp;

import fr.predice.visio.signin.throttle.Bucket;
import fr.predice.visio.signin.throttle.Throttle;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.UUID;

/** Counts guesses. In a transaction of its own: a wrong code rolls back nothing here. */
@Stateless
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class Attempts {
    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Clock clock;

    @Inject
    private Throttle throttle;

    /** What a guess is compared with, once it is paid for; the last one that is let through before a lock says so. */
    public record Counted(
            UUID account, int sessions, Way way, String codeHmac, int attemptsLeft, Bucket bucket, boolean locks) {}

    /**
     * @throws CodeExpired if the code is too old, but another can be sent
     * @throws CodeDead if no attempt was left to take
     * @throws fr.predice.visio.platform.limit.LimitReached if it is too early after other guesses: none is taken then
     */
    public Counted count(UUID challenge) {
        var taken = entities.createQuery("""
                        UPDATE Challenge c SET c.attempts = c.attempts + 1
                        WHERE c.id = :id AND c.attempts < :most AND c.consumedAt IS NULL AND c.codeExpiresAt > :now""")
                .setParameter("id", challenge)
                .setParameter("most", Challenge.MOST_ATTEMPTS)
                .setParameter("now", clock.instant())
                .executeUpdate();
        var found = entities.find(Challenge.class, challenge);
        if (taken == 0) {
            throw found != null && found.open() && found.sendsLeft() > 0 ? new CodeExpired() : new CodeDead();
        }
        var locks = throttle.take(found.bucket());
        return new Counted(
                found.accountId(),
                found.sessions(),
                found.way(),
                found.codeHmac(),
                found.attemptsLeft(),
                found.bucket(),
                locks);
    }
}
