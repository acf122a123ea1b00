package fr.predice.visio.messaging;

import java.time.Instant;
import java.util.Optional;

/** How many messages about a thing were not taken back, and when the newest of them was posted. */
public record Posted(long count, Optional<Instant> newest) {}
