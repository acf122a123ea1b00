package fr.predice.visio.network;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** How long it took, from the moment the network was back, until both sides saw new frames. */
final class Recoveries {
    private static final Path REPORT = Path.of("target/recoveries.txt");

    private final Map<String, List<Duration>> times = new LinkedHashMap<>();

    void note(String from, Duration time) {
        times.computeIfAbsent(from, key -> new ArrayList<>()).add(time);
    }

    void report() {
        var all = times.values().stream().flatMap(List::stream).toList();
        var rows = times.entrySet().stream()
                .map(row -> row(row.getKey(), row.getValue()))
                .collect(Collectors.joining());
        var report = "Seconds from the network's return to new frames on both sides: median (least to most; times)\n"
                + rows
                + (all.isEmpty() ? "" : row("all", all));
        System.out.print(report);
        try {
            Files.writeString(REPORT, report);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String row(String from, List<Duration> times) {
        var sorted = times.stream().sorted().map(time -> time.toMillis() / 1e3).toList();
        return String.format(
                Locale.ROOT,
                "%-34s %5.1f  (%.1f to %.1f; %d)%n",
                from,
                sorted.get(sorted.size() / 2),
                sorted.get(0),
                sorted.get(sorted.size() - 1),
                sorted.size());
    }
}
