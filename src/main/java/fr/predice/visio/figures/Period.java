package fr.predice.visio.figures;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Days of the site's zone, both ends included. */
public record Period(LocalDate from, LocalDate to) {
    /** The longest that can be looked at. */
    public static final int MOST_DAYS = 3 * 366;

    private static final int MOST_DAY_BY_DAY = 62;

    /** @throws IllegalArgumentException if it ends before it begins, or is too long */
    public Period {
        if (to.isBefore(from) || ChronoUnit.DAYS.between(from, to) >= MOST_DAYS) {
            throw new IllegalArgumentException(from + " to " + to);
        }
    }

    /** @param today the last of them */
    public static Period days(int count, LocalDate today) {
        return new Period(today.minusDays(count - 1L), today);
    }

    /** Whole months, but for the last. */
    public static Period months(int count, LocalDate today) {
        return new Period(today.withDayOfMonth(1).minusMonths(count - 1L), today);
    }

    /** Whether so many days are better read by months. */
    public boolean byMonth() {
        return ChronoUnit.DAYS.between(from, to) >= MOST_DAY_BY_DAY;
    }

    /** Its days, or its months as far as they are in it. */
    public List<Period> steps() {
        var steps = new ArrayList<Period>();
        for (var day = from;
                !day.isAfter(to);
                day = steps.get(steps.size() - 1).to().plusDays(1)) {
            steps.add(new Period(day, byMonth() ? earlier(day.withDayOfMonth(day.lengthOfMonth())) : day));
        }
        return steps;
    }

    private LocalDate earlier(LocalDate end) {
        return end.isBefore(to) ? end : to;
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
