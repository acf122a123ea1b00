package fr.predice.visio.call.ticket;

import fr.predice.visio.call.room.Side;
import fr.predice.visio.platform.token.SecretToken;
import fr.predice.visio.platform.watch.NeedsDatabase;
import jakarta.ejb.Schedule;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Tickets that admit one socket to one seat, once, within 30 seconds: a socket cannot be opened with a cookie alone.
 */
@Stateless
@NeedsDatabase
public class Tickets {
    private static final Duration VALIDITY = Duration.ofSeconds(30);

    private static final String USE = """
            DELETE FROM call_ticket t USING invitation i, seat s
            WHERE t.hash = :hash AND t.expires_at > :now
            AND i.id = t.invitation_id AND i.ended_at IS NULL AND i.revoked_at IS NULL
            AND s.invitation_id = t.invitation_id AND s.side = t.side AND t.granted > s.freed
            RETURNING t.invitation_id, t.side, t.granted""";

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Clock clock;

    public SecretToken issue(Admission admission) {
        var ticket = SecretToken.random();
        entities.persist(
                new CallTicket(ticket.hash(), admission, clock.instant().plus(VALIDITY)));
        return ticket;
    }

    /**
     * Uses a ticket up: of two sockets with the same one, a single DELETE lets one in, and none once the invitation is
     * over or the seat was freed for another device.
     */
    public Optional<Admission> use(SecretToken ticket) {
        List<?> used = entities.createNativeQuery(USE)
                .setParameter("hash", ticket.hash().hex())
                .setParameter("now", clock.instant())
                .getResultList();
        return used.stream()
                .findFirst()
                .map(Object[].class::cast)
                .map(row -> new Admission((UUID) row[0], Side.valueOf((String) row[1]), (int) row[2]));
    }

    @Schedule(hour = "*", minute = "*/10", persistent = false)
    void forgetUnused() {
        entities.createNativeQuery("DELETE FROM call_ticket WHERE expires_at <= :now")
                .setParameter("now", clock.instant())
                .executeUpdate();
    }
}
