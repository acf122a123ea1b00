package fr.predice.visio.signin.session;

import fr.predice.visio.account.Account;
import fr.predice.visio.account.Role;
import fr.predice.visio.audit.AuditAction;
import fr.predice.visio.audit.AuditTrail;
import fr.predice.visio.platform.token.SecretToken;
import fr.predice.visio.signin.device.Arrival;
import fr.predice.visio.signin.device.KnownDevices;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The sessions of whoever signed in, on all nodes. */
@Stateless
public class PersonalSessions {
    private static final String STANDING = """
            FROM PersonalSession s JOIN Account a ON a.id = s.accountId
            WHERE a.active = TRUE AND a.sessions = s.sessions AND s.endedAt IS NULL AND s.id = :id""";
    private static final String RECENT = """
            SELECT new fr.predice.visio.signin.session.SeenSession(
                s.id, s.openedAt, s.seenAt, s.browser, s.system, s.address,
                CASE WHEN s.endedAt IS NULL AND s.sessions = a.sessions AND s.seenAt > :idle
                    AND (s.endsAt > :now OR s.calledAt > :call) THEN TRUE ELSE FALSE END)
            FROM PersonalSession s JOIN Account a ON a.id = s.accountId
            WHERE a.id = :account ORDER BY s.openedAt DESC""";
    private static final String END = """
            UPDATE PersonalSession s SET s.endedAt = :now WHERE s.accountId = :account AND s.endedAt IS NULL""";
    private static final int MOST_SHOWN = 50;

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Clock clock;

    @Inject
    private KnownDevices devices;

    @Inject
    private AuditTrail audit;

    /** A session just opened, and the token that its device keeps. */
    public record Opened(UUID session, SecretToken device) {}

    /**
     * @param how the person came in, e.g. "CARD": the trail says it, or there is no session; empty where it says it
     *     already
     * @param device what the browser holds, if it does
     */
    public Opened open(Account account, Optional<String> how, Optional<SecretToken> device, Arrival arrival) {
        var opened = new PersonalSession(account, arrival, clock.instant());
        entities.persist(opened);
        how.ifPresent(way -> audit.record(AuditAction.SIGNED_IN, account.id().toString(), way, arrival.address()));
        return new Opened(opened.id(), devices.arrived(account, device, arrival));
    }

    /**
     * Asked at each request of whoever is signed in, and noted once a minute.
     *
     * @param role that the session was opened with: an account that has another one by now is let in anew
     */
    public Admittance admit(UUID session, Role role, Errand errand) {
        var now = clock.instant();
        var standing = standing(session)
                .filter(stands -> stands.role() == role)
                .filter(stands -> !stands.isOver(now))
                .orElse(null);
        if (standing == null) {
            return Admittance.OVER;
        }
        if (!standing.admits(errand, now)) {
            return Admittance.CALL_ONLY;
        }
        if (standing.isNews(errand, now)) {
            note(session, errand, now);
        }
        return Admittance.ADMITTED;
    }

    private Optional<Standing> standing(UUID session) {
        return entities.createQuery(
                        "SELECT new fr.predice.visio.signin.session.Standing(a.role, s.seenAt, s.calledAt, s.endsAt) "
                                + STANDING,
                        Standing.class)
                .setParameter("id", session)
                .getResultStream()
                .findFirst();
    }

    private void note(UUID session, Errand errand, Instant now) {
        entities.createQuery("UPDATE PersonalSession s SET s.seenAt = :now"
                        + (errand == Errand.CALL ? ", s.calledAt = :now" : "") + " WHERE s.id = :id")
                .setParameter("now", now)
                .setParameter("id", session)
                .executeUpdate();
    }

    /** Nothing if it is over. */
    public Optional<Left> left(UUID session) {
        return standing(session).map(stands -> stands.left(clock.instant()));
    }

    /** The account's own, newest first, as far as they are kept. */
    public List<SeenSession> of(UUID account) {
        var now = clock.instant();
        return entities.createQuery(RECENT, SeenSession.class)
                .setParameter("account", account)
                .setParameter("now", now)
                .setParameter("idle", now.minus(Standing.IDLE))
                .setParameter("call", now.minus(Standing.CALL))
                .setMaxResults(MOST_SHOWN)
                .getResultList();
    }

    /** The person leaves by themselves. */
    public void close(UUID account, UUID session) {
        end(account, session);
    }

    /**
     * Ends one session from another one, at its next request to any node.
     *
     * @param address of whoever ends it
     * @return whether there was such a session of this account to end
     */
    public boolean end(UUID account, UUID session, String address) {
        var ended = end(account, session);
        if (ended) {
            audit.record(AuditAction.SESSION_ENDED, account.toString(), session.toString(), address);
        }
        return ended;
    }

    private boolean end(UUID account, UUID session) {
        return entities.createQuery(END + " AND s.id = :id")
                        .setParameter("now", clock.instant())
                        .setParameter("account", account)
                        .setParameter("id", session)
                        .executeUpdate()
                == 1;
    }

    /** Ends all but this one. */
    public void endOthers(UUID account, UUID kept, String address) {
        entities.createQuery(END + " AND s.id <> :id")
                .setParameter("now", clock.instant())
                .setParameter("account", account)
                .setParameter("id", kept)
                .executeUpdate();
        audit.record(AuditAction.SESSIONS_ENDED, account.toString(), kept.toString(), address);
    }
}
