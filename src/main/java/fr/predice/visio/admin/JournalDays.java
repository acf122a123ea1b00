package fr.predice.visio.admin;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Optional;

/** A day as a browser's calendar sends it, or as people type it where there is none: "2026-11-27", "27/11/2026". */
final class JournalDays {
    private static final List<DateTimeFormatter> WRITTEN = List.of(
            DateTimeFormatter.ISO_LOCAL_DATE,
            DateTimeFormatter.ofPattern("d/M/uuuu").withResolverStyle(ResolverStyle.STRICT));

    private JournalDays() {}

    /** Empty if it is no day, or nothing. */
    static Optional<LocalDate> read(String text) {
        return text == null
                ? Optional.empty()
                : WRITTEN.stream()
                        .flatMap(form -> read(text.strip(), form).stream())
                        .findFirst();
    }

    private static Optional<LocalDate> read(String text, DateTimeFormatter form) {
        try {
            return Optional.of(LocalDate.parse(text, form));
        } catch (DateTimeException other) {
            return Optional.empty();
        }
    }
}
