package fr.predice.visio.call.outcome;

import fr.predice.visio.call.room.Side;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.UUID;

/** What browsers told of their calls: one row a seat, however often they tell. */
@Stateless
public class CallOutcomes {
    private static final String TELL = """
            INSERT INTO call_outcome (invitation_id, side, told_at, way, millis, cause)
            VALUES (:invitation, :side, :now, nullif(:way, ''), nullif(:millis, -1), nullif(:cause, ''))
            ON CONFLICT (invitation_id, side)
            DO UPDATE SET way = excluded.way, millis = excluded.millis, cause = excluded.cause
            WHERE call_outcome.way IS NULL""";

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Clock clock;

    @Inject
    private Event<CallOutcome> news;

    /**
     * Keeps what a seat's browser tells. A later word takes the place of a failure; a call that connected stays one.
     */
    public void tell(UUID invitation, Side side, CallOutcome outcome) {
        entities.createNativeQuery(TELL)
                .setParameter("invitation", invitation)
                .setParameter("side", side.name())
                .setParameter("now", clock.instant())
                .setParameter("way", outcome.way().map(Enum::name).orElse(""))
                .setParameter(
                        "millis",
                        outcome.picture().map(time -> (int) time.toMillis()).orElse(-1))
                .setParameter("cause", outcome.cause().map(Enum::name).orElse(""))
                .executeUpdate();
        news.fire(outcome);
    }
}
