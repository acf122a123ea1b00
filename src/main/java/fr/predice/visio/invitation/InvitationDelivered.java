package fr.predice.visio.invitation;

import fr.predice.visio.messaging.Delivery;
import java.util.Locale;
import java.util.UUID;

/** What is known of an invitation's newest SMS: "sent", "delivered", "failed", "expired" or "unknown". */
public record InvitationDelivered(UUID invitation, String state) {
    InvitationDelivered(UUID invitation, Delivery delivery) {
        this(invitation, delivery.name().toLowerCase(Locale.ROOT));
    }
}
