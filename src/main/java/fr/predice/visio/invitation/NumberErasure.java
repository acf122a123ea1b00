package fr.predice.visio.invitation;

import fr.predice.visio.platform.config.Settings;
import jakarta.ejb.Schedule;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;

/** Erases participants' numbers a short time after the call; their keyed hash stays, for limits and the audit trail. */
@Stateless
public class NumberErasure {
    private static final String ERASE = """
            UPDATE Invitation i SET i.phone = NULL WHERE i.phone IS NOT NULL
            AND (i.endedAt < :limit OR i.revokedAt < :limit OR i.expiresAt < :limit)""";

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Clock clock;

    @Inject
    private Settings settings;

    @Schedule(hour = "*", minute = "*", second = "*/20", persistent = false)
    void erase() {
        entities.createQuery(ERASE)
                .setParameter(
                        "limit", clock.instant().minus(settings.invitations().numberKept()))
                .executeUpdate();
    }
}
