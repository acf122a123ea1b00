package fr.predice.visio.platform.watch;

import java.util.Map;
import java.util.TreeMap;

/**
 * What a check found. It names no person, no secret and no host.
 *
 * @param problem one English word in small letters; empty where there is none
 * @param figures numbers by name, whose unit is in the name, e.g. {@code days}
 */
public record Finding(Level level, String problem, Map<String, Long> figures) {
    public enum Level {
        FINE,
        /** Not in use on this site. */
        OFF,
        /** Nobody knows: it could not be looked at. */
        UNKNOWN,
        /** It works, and somebody should see to it soon. */
        CARE,
        BAD
    }

    public static Finding fine() {
        return new Finding(Level.FINE, "", Map.of());
    }

    public static Finding off() {
        return new Finding(Level.OFF, "", Map.of());
    }

    public static Finding unknown(String problem) {
        return new Finding(Level.UNKNOWN, problem, Map.of());
    }

    public static Finding care(String problem) {
        return new Finding(Level.CARE, problem, Map.of());
    }

    public static Finding bad(String problem) {
        return new Finding(Level.BAD, problem, Map.of());
    }

    public Finding with(String figure, long value) {
        var all = new TreeMap<>(figures);
        all.put(figure, value);
        return new Finding(level, problem, all);
    }
}
