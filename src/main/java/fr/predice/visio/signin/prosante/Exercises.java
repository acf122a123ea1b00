package fr.predice.visio.signin.prosante;

import fr.predice.visio.account.Finess;
import fr.predice.visio.account.Words;
import fr.predice.visio.account.registration.ToldPractice;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;

/** What userinfo's {@code SubjectRefPro} tells of somebody's work: exercises, each with its activities at some site. */
final class Exercises {
    /** The category of whoever only studies for the profession. */
    private static final String STUDENT = "E";

    private static final Properties PROFESSIONS = professions();

    private Exercises() {}

    /** @param reference as it came: it may be anything, or null */
    static ToldPractice told(Object reference) {
        var exercises = all(reference, "exercices")
                .filter(exercise -> !STUDENT.equals(exercise.get("codeCategorieProfessionnelle")))
                .toList();
        var professions = exercises.stream()
                .map(exercise -> PROFESSIONS.getProperty(words(exercise, "codeProfession"), ""))
                .distinct()
                .toList();
        var sites = exercises.stream()
                .flatMap(exercise -> all(exercise, "activities"))
                .map(site -> List.of(words(site, "raisonSocialeSite"), finess(site)))
                .distinct()
                .toList();
        // Whoever works in two places says which one the account is for.
        var site = sites.size() == 1 ? sites.get(0) : List.of("", "");
        return new ToldPractice(professions.size() == 1 ? professions.get(0) : "", site.get(0), site.get(1));
    }

    private static Stream<? extends Map<?, ?>> all(Object of, String name) {
        return of instanceof Map<?, ?> holder && holder.get(name) instanceof List<?> list
                ? list.stream()
                        .map(one -> one instanceof Map<?, ?> map ? map : null)
                        .filter(Objects::nonNull)
                : Stream.empty();
    }

    private static String words(Map<?, ?> of, String name) {
        return of.get(name) instanceof String told
                ? Words.read(told).map(Words::text).orElse("")
                : "";
    }

    private static String finess(Map<?, ?> site) {
        return Finess.read(words(site, "numeroFinessSite"))
                .map(Finess::characters)
                .orElse("");
    }

    private static Properties professions() {
        var professions = new Properties();
        try (var file = new InputStreamReader(
                Exercises.class.getResourceAsStream("professions.properties"), StandardCharsets.UTF_8)) {
            professions.load(file);
            return professions;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
