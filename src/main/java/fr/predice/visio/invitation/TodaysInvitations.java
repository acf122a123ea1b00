package fr.predice.visio.invitation;

import fr.predice.visio.messaging.DeliveryState;
import fr.predice.visio.messaging.Outbox;
import fr.predice.visio.platform.config.Settings;
import fr.predice.visio.platform.phone.PhoneNumber;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What an organizer invited since midnight in the site's zone, newest first, with where each SMS is. */
@Stateless
public class TodaysInvitations {
    private static final int MOST = 200;
    private static final String SINCE = """
            SELECT i FROM Invitation i WHERE i.organizerId = :organizer AND i.createdAt >= :since
            ORDER BY i.createdAt DESC""";

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Clock clock;

    @Inject
    private Settings settings;

    @Inject
    private Outbox outbox;

    /**
     * @param number grouped in pairs, empty once erased
     * @param life "open", "expired" (no link opens it any more, but its call may go on), "cancelled" or "ended"
     * @param sms where its newest SMS is; empty once that is forgotten
     */
    public record Today(UUID id, String number, Instant invitedAt, String life, Optional<InvitationDelivered> sms) {}

    public List<Today> of(UUID organizer) {
        var invitations = entities.createQuery(SINCE, Invitation.class)
                .setParameter("organizer", organizer)
                .setParameter("since", midnight())
                .setMaxResults(MOST)
                .getResultList();
        var ids = invitations.stream().map(Invitation::id).toList();
        Map<UUID, DeliveryState> deliveries = outbox.deliveriesOf(ids).stream()
                .collect(Collectors.toMap(DeliveryState::about, Function.identity(), (one, same) -> one));
        return invitations.stream()
                .map(invitation -> today(invitation, Optional.ofNullable(deliveries.get(invitation.id()))))
                .toList();
    }

    private Today today(Invitation invitation, Optional<DeliveryState> sms) {
        return new Today(
                invitation.id(),
                invitation.phone().map(PhoneNumber::grouped).orElse(""),
                invitation.createdAt(),
                invitation.life(clock.instant()),
                sms.map(InvitationDelivered::new));
    }

    private Instant midnight() {
        return clock.instant().atZone(settings.timeZone()).with(LocalTime.MIN).toInstant();
    }
}
