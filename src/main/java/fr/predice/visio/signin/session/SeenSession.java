package fr.predice.visio.signin.session;

import java.time.Instant;
import java.util.UUID;

/**
 * A session as its owner is shown it.
 *
 * @param seenAt the last time it was used, within a minute
 * @param open it still stands
 */
public record SeenSession(
        UUID id, Instant openedAt, Instant seenAt, String browser, String system, String address, boolean open) {}
