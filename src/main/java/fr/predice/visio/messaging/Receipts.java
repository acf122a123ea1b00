package fr.predice.visio.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.sql.SQLException;

/** What providers learn of a message after they took it. Called outside any transaction. */
@ApplicationScoped
public class Receipts {
    @Inject
    private MessageQueue queue;

    @Inject
    private Event<DeliveryState> news;

    /**
     * Says what became of a sent message. The same receipt again, a later other one, and an unknown reference change
     * nothing.
     *
     * @param reference as the gateway gave it with its {@link Outcome}
     * @param delivery DELIVERED, FAILED or EXPIRED
     * @throws SQLException if the database is away: the provider may tell it again
     */
    public void receive(String reference, Delivery delivery) throws SQLException {
        queue.receipt(reference, delivery).forEach(news::fire);
    }
}
