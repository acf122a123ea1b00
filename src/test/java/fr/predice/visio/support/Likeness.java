package fr.predice.visio.support;

import java.util.List;

/** Whether two samples come from one distribution, as far as their sizes tell. */
public final class Likeness {
    private Likeness() {}

    /**
     * Mann and Whitney's: how likely one of the first is greater than one of the second. One half where nothing tells
     * them apart; for two times 200 samples of one distribution, 0.4 to 0.6 in 999 of 1000 cases.
     */
    public static double superiority(List<Long> first, List<Long> second) {
        var greater = first.stream()
                .mapToDouble(one -> second.stream()
                        .mapToDouble(other -> (Long.signum(one - other) + 1) / 2.0)
                        .sum())
                .sum();
        return greater / first.size() / second.size();
    }
}
