package fr.predice.visio.invitation;

import fr.predice.visio.messaging.DeliveryState;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/**
 * What is known of an invitation's newest SMS, and since when.
 *
 * @param state "waiting", "claimed", "sent", "delivered", "failed", "expired", "unknown" or "withdrawn"
 */
public record InvitationDelivered(UUID invitation, String state, Instant since) {
    InvitationDelivered(DeliveryState state) {
        this(state.about(), state.delivery().name().toLowerCase(Locale.ROOT), state.since());
    }
}
