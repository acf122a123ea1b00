package fr.predice.visio.platform.prerequisite;

import java.util.Comparator;

/** As far as tables of prerequisites go: {@code 80}, {@code 10.13}. */
public record Version(int major, int minor) implements Comparable<Version> {
    private static final String WRITTEN = "[0-9]{1,5}([._][0-9]{1,5})?";

    /** @throws IllegalArgumentException for what is neither one number nor two */
    public static Version of(String text) {
        if (!text.matches(WRITTEN)) {
            throw new IllegalArgumentException("not a version");
        }
        var parts = text.split("[._]");
        return new Version(Integer.parseInt(parts[0]), parts.length > 1 ? Integer.parseInt(parts[1]) : 0);
    }

    @Override
    public int compareTo(Version other) {
        return Comparator.comparingInt(Version::major)
                .thenComparingInt(Version::minor)
                .compare(this, other);
    }

    @Override
    public String toString() {
        return minor == 0 ? Integer.toString(major) : major + "." + minor;
    }
}
