package fr.predice.visio.platform.config;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * When somebody answers, week after week, as <a
 * href="https://wiki.openstreetmap.org/wiki/Key:opening_hours">OpenStreetMap</a> writes it: days and hours only,
 * {@code Mo-Fr 08:00-20:00; Sa 08:00-12:00}. Public holidays are not known.
 */
public record OpeningHours(List<Span> spans) {
    private static final List<String> DAYS = List.of("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su");
    private static final String DAY = "(Mo|Tu|We|Th|Fr|Sa|Su)";
    private static final String TIME = "((?:[01]\\d|2[0-3]):[0-5]\\d)";
    private static final Pattern RULE =
            Pattern.compile(DAY + "(?:-" + DAY + ")? (" + TIME + "-" + TIME + "(?:," + TIME + "-" + TIME + ")*)");

    /** Open on this day from the first to the second time, the latter excluded. */
    public record Span(DayOfWeek day, LocalTime from, LocalTime until) {}

    /** @return empty for what is not written so, or opens at no time */
    public static Optional<OpeningHours> read(String text) {
        var spans = new ArrayList<Span>();
        for (var rule : text.strip().split("\\s*;\\s*")) {
            var read = RULE.matcher(rule);
            if (!read.matches()) {
                return Optional.empty();
            }
            var first = DAYS.indexOf(read.group(1));
            var last = read.group(2) == null ? first : DAYS.indexOf(read.group(2));
            var length = Math.floorMod(last - first, DAYS.size()) + 1;
            for (var hours : read.group(3).split(",")) {
                var from = LocalTime.parse(hours.substring(0, 5));
                var until = LocalTime.parse(hours.substring(6));
                if (!from.isBefore(until)) {
                    return Optional.empty();
                }
                IntStream.range(first, first + length)
                        .mapToObj(day -> new Span(DayOfWeek.MONDAY.plus(day), from, until))
                        .forEach(spans::add);
            }
        }
        return Optional.of(new OpeningHours(List.copyOf(spans)));
    }

    /** @return the end of the span that is open now; empty while closed */
    public Optional<ZonedDateTime> openUntil(ZonedDateTime now) {
        return spans.stream()
                .filter(span -> span.day() == now.getDayOfWeek())
                .filter(span -> !now.toLocalTime().isBefore(span.from())
                        && now.toLocalTime().isBefore(span.until()))
                .map(span -> now.with(span.until()))
                .max(ZonedDateTime::compareTo);
    }

    /** @return when it opens next, a week from now at the latest */
    public ZonedDateTime opensNext(ZonedDateTime now) {
        return IntStream.rangeClosed(0, DAYS.size())
                .mapToObj(now::plusDays)
                .flatMap(day -> spans.stream()
                        .filter(span -> span.day() == day.getDayOfWeek())
                        .map(span -> day.with(span.from())))
                .filter(start -> start.isAfter(now))
                .min(ZonedDateTime::compareTo)
                .orElseThrow();
    }
}
