package fr.predice.visio.invitation;

import fr.predice.visio.messaging.DeliveryState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Passes on what the outbox learns; whoever has a room open under that id tells its organizer. */
@ApplicationScoped
class DeliveryNews {
    @Inject
    private Event<InvitationDelivered> news;

    void onChanged(@Observes DeliveryState changed) {
        news.fire(new InvitationDelivered(changed));
    }
}
