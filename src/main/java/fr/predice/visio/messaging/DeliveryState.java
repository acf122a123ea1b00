package fr.predice.visio.messaging;

import java.time.Instant;
import java.util.UUID;

/** Where the newest message about a thing is, and since when. */
public record DeliveryState(UUID about, Delivery delivery, Instant since) {}
