package fr.predice.visio.platform.prerequisite;

import java.util.Optional;

/**
 * What the table says of one browser or system.
 *
 * @param minimum the oldest that is admitted; none where every version is refused
 * @param recommended from where on nothing better is advised
 */
public record Need(Optional<Version> minimum, Optional<Version> recommended) {
    public static final Need NEVER = new Need(Optional.empty(), Optional.empty());

    public static Need from(Version minimum) {
        return new Need(Optional.of(minimum), Optional.empty());
    }

    Fitness judge(Version version) {
        if (minimum.isEmpty()) {
            return Fitness.REFUSED;
        }
        if (version.compareTo(minimum.get()) < 0) {
            return Fitness.TOO_OLD;
        }
        return recommended.filter(better -> version.compareTo(better) < 0).isPresent() ? Fitness.AGEING : Fitness.WELL;
    }
}
