package fr.predice.visio.platform.watch;

import java.time.Instant;

/**
 * The last finding of a check.
 *
 * @param decides as {@link Check#decides}
 */
public record Told(String name, boolean decides, Finding finding, Instant at) {
    /** The same check, of which nobody knows any more. */
    Told stale() {
        return new Told(name, decides, Finding.unknown("stale"), at);
    }
}
