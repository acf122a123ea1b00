package fr.predice.visio.invitation;

import fr.predice.visio.messaging.Delivery;
import java.util.UUID;

/** The fate of an invitation's SMS became known. */
public record InvitationDelivered(UUID invitation, String state) {
    InvitationDelivered(UUID invitation, Delivery delivery) {
        this(invitation, delivery.name().toLowerCase(java.util.Locale.ROOT));
    }
}
