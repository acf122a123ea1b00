package fr.predice.visio.platform.watch;

import java.time.Instant;

/**
 * The last finding of a check.
 *
 * @param decides as {@link Check#decides}
 */
public record Told(String name, boolean decides, Finding finding, Instant at) {}
