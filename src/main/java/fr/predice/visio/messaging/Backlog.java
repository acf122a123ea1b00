package fr.predice.visio.messaging;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What has not left yet.
 *
 * @param oldest when the first of them was written
 */
record Backlog(long count, Optional<Instant> oldest) {
    Duration age(Instant now) {
        return oldest.map(since -> Duration.between(since, now))
                .filter(age -> !age.isNegative())
                .orElse(Duration.ZERO);
    }
}
