package fr.predice.visio.messaging;

import java.util.UUID;

/** News of the newest message about a thing. Fired once its state is committed. */
public record DeliveryChanged(UUID about, Delivery delivery) {}
