package fr.predice.visio.admin;

import fr.predice.visio.figures.Period;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The days that an administrator asks figures of: a usual period by its name, or a first and a last day.
 *
 * @param name of the usual period; empty for others
 * @param from as it was typed
 * @param problem "from", "to" or "order": what keeps these days from being a period; the usual one is shown then
 */
record AskedPeriod(Period period, String name, String from, String to, Optional<String> problem) {
    /** As the address names them. */
    static final List<String> USUAL = List.of("7", "30", "12");

    private static final String FIRST = "30";
    private static final Map<String, Function<LocalDate, Period>> PERIODS = Map.of(
            "7",
            today -> Period.days(7, today),
            FIRST,
            today -> Period.days(30, today),
            "12",
            today -> Period.months(12, today));

    /** Old browsers have no field for dates: there, people type them as they write them. */
    private static final List<DateTimeFormatter> WAYS =
            List.of(DateTimeFormatter.ISO_LOCAL_DATE, DateTimeFormatter.ofPattern("d/M/uuuu"));

    /** Each is null where it was not asked. */
    static AskedPeriod of(String name, String from, String to, LocalDate today) {
        if (from == null && to == null) {
            return usual(
                    USUAL.stream()
                            .filter(known -> known.equals(name))
                            .findFirst()
                            .orElse(FIRST),
                    today);
        }
        var first = day(from);
        var last = day(to);
        if (first.isEmpty() || last.isEmpty()) {
            return refused(first.isEmpty() ? "from" : "to", from, to, today);
        }
        try {
            return asked(new Period(first.get(), last.get()), today);
        } catch (IllegalArgumentException backwardsOrTooLong) {
            return refused("order", from, to, today);
        }
    }

    private static AskedPeriod usual(String name, LocalDate today) {
        return asked(PERIODS.get(name).apply(today), today);
    }

    private static AskedPeriod asked(Period period, LocalDate today) {
        var name = USUAL.stream()
                .filter(usual -> PERIODS.get(usual).apply(today).equals(period))
                .findFirst();
        return new AskedPeriod(
                period, name.orElse(""), period.from().toString(), period.to().toString(), Optional.empty());
    }

    private static AskedPeriod refused(String problem, String from, String to, LocalDate today) {
        return new AskedPeriod(
                usual(FIRST, today).period(),
                "",
                Optional.ofNullable(from).orElse(""),
                Optional.ofNullable(to).orElse(""),
                Optional.of(problem));
    }

    private static Optional<LocalDate> day(String typed) {
        return WAYS.stream()
                .flatMap(way -> Stream.ofNullable(typed).flatMap(text -> parse(text.strip(), way)))
                .findFirst();
    }

    private static Stream<LocalDate> parse(String text, DateTimeFormatter way) {
        try {
            return Stream.of(LocalDate.parse(text, way));
        } catch (DateTimeException notADay) {
            return Stream.empty();
        }
    }
}
