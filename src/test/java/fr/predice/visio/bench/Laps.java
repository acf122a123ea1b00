package fr.predice.visio.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** The times that the stopwatch took in one page, run after run: milliseconds from navigation, by name. */
final class Laps {
    private final List<Map<String, Double>> runs = new ArrayList<>();

    void add(Map<String, Double> run) {
        runs.add(run);
    }

    double fromTap() {
        return median(run -> run.get("frame") - run.get("tap"));
    }

    double fromNavigation() {
        return median(run -> run.get("frame"));
    }

    String quartilesFromTap() {
        var sorted = sorted(run -> run.get("frame") - run.get("tap"));
        return String.format(
                Locale.ROOT, "%.0f to %.0f", sorted.get(sorted.size() / 4), sorted.get(sorted.size() * 3 / 4));
    }

    /** Where the time goes: each step's median, counted from the tap. */
    String steps() {
        var names = new TreeSet<String>();
        runs.forEach(run -> names.addAll(run.keySet()));
        return names.stream()
                .filter(name -> runs.stream().allMatch(run -> run.containsKey(name)))
                .map(name -> Map.entry(name, median(run -> run.get(name) - run.get("tap"))))
                .sorted(Comparator.comparingDouble(Map.Entry::getValue))
                .map(step -> String.format(Locale.ROOT, "%s %.0f", step.getKey(), step.getValue()))
                .collect(Collectors.joining(", "));
    }

    private double median(ToDoubleFunction<Map<String, Double>> time) {
        return sorted(time).get(runs.size() / 2);
    }

    private List<Double> sorted(ToDoubleFunction<Map<String, Double>> time) {
        return runs.stream().map(time::applyAsDouble).sorted().toList();
    }
}
