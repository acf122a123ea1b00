package fr.predice.visio.invitation;

import fr.predice.visio.messaging.Delivery;
import java.util.Locale;
import java.util.UUID;

/** The fate of an invitation's SMS is known: "sent", "failed" or "unknown". */
public record InvitationDelivered(UUID invitation, String state) {
    InvitationDelivered(UUID invitation, Delivery delivery) {
        this(invitation, delivery.name().toLowerCase(Locale.ROOT));
    }
}
