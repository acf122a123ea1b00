package fr.predice.visio.support;

import java.util.List;

/**
 * Times of two kinds of request, told apart by rank (Mann and Whitney 1947): outliers of a busy machine weigh little.
 */
public final class TwoSamples {
    private TwoSamples() {}

    /**
     * How often one of the first kind took longer than one of the second: 0.5 where nothing tells them apart, 0 or 1
     * where everything does. With 200 of each that are alike, chance gives more than 0.12 off once in 30,000 times.
     */
    public static double longer(List<Long> one, List<Long> other) {
        var wins = 0.0;
        for (var left : one) {
            for (var right : other) {
                wins += left > right ? 1 : left.equals(right) ? 0.5 : 0;
            }
        }
        return wins / one.size() / other.size();
    }
}
