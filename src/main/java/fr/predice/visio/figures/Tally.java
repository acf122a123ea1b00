package fr.predice.visio.figures;

import java.time.Duration;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The figures of some days, of some establishments. */
public final class Tally {
    private final Map<Figure, Long> totals = new EnumMap<>(Figure.class);
    private final SortedMap<Integer, Long> pictures = new TreeMap<>();

    /** @param bucket milliseconds, of a {@link Figure#PICTURE} */
    void add(Figure figure, int bucket, long total) {
        totals.merge(figure, total, Long::sum);
        if (figure == Figure.PICTURE) {
            pictures.merge(bucket, total, Long::sum);
        }
    }

    /** Adds what another counted. */
    public void add(Tally other) {
        other.totals.forEach((figure, total) -> totals.merge(figure, total, Long::sum));
        other.pictures.forEach((bucket, total) -> pictures.merge(bucket, total, Long::sum));
    }

    public long of(Figure figure) {
        return totals.getOrDefault(figure, 0L);
    }

    public long of(Collection<Figure> several) {
        return several.stream().mapToLong(this::of).sum();
    }

    public boolean isEmpty() {
        return totals.isEmpty();
    }

    /**
     * The median time to the first picture, to the tenth of a second; of an even number, the middle between the two
     * middle ones. Empty without any.
     */
    public Optional<Duration> medianPicture() {
        var count = of(Figure.PICTURE);
        return count == 0
                ? Optional.empty()
                : Optional.of(Duration.ofMillis((picture((count - 1) / 2) + picture(count / 2)) / 2));
    }

    /** @param place in order of length, from 0 */
    private long picture(long place) {
        var passed = 0L;
        for (var bucket : pictures.entrySet()) {
            passed += bucket.getValue();
            if (passed > place) {
                return bucket.getKey();
            }
        }
        throw new IllegalArgumentException("place " + place);
    }
}
