package fr.predice.visio.messaging;

import java.util.UUID;

/** A message is sent, failed, or of unknown outcome. Fired once its state is committed. */
public record DeliverySettled(UUID about, Delivery delivery) {}
