package fr.predice.visio.messaging;

import java.time.Instant;
import java.util.UUID;

/** Where the newest message about a thing is, and since when. Fired as an event each time it has changed. */
public record DeliveryState(UUID about, Delivery delivery, Instant since) {}
