package fr.predice.visio.invitation;

import fr.predice.visio.messaging.DeliverySettled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;

/** Passes on what the outbox learns, once committed; whoever has a room open under that id tells its organizer. */
@ApplicationScoped
class DeliveryNews {
    @Inject
    private Event<InvitationDelivered> news;

    void onSettled(@Observes(during = TransactionPhase.AFTER_SUCCESS) DeliverySettled settled) {
        news.fire(new InvitationDelivered(settled.about(), settled.delivery()));
    }
}
