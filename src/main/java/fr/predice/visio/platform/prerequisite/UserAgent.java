package fr.predice.visio.platform.prerequisite;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a browser says of itself (RFC 9110 §10.1.5). Anybody may say anything: good for advice, never for protection.
 *
 * @param handheld a phone or a tablet, as far as it admits: an iPad that asks for desktop pages says it is a Macintosh
 */
public record UserAgent(Optional<Found<Browser>> browser, Optional<Found<OperatingSystem>> system, boolean handheld) {
    private static final Pattern HANDHELD = Pattern.compile("iPhone|iPad|iPod|Android|Windows Phone|Mobi");
    /** Longer ones are no browser's, and the signs look through all of it. */
    private static final int LONGEST = 1000;

    public record Found<P extends Product>(P product, Version version) {}

    /** @param header null where there is none */
    public static UserAgent of(String header) {
        var told = header == null || header.length() > LONGEST ? "" : header;
        return new UserAgent(
                first(Arrays.stream(Browser.values()), Browser::sign, told, (browser, version) -> Version.of(version)),
                first(Arrays.stream(OperatingSystem.values()), OperatingSystem::sign, told, OperatingSystem::version),
                HANDHELD.matcher(told).find());
    }

    private static <P extends Product> Optional<Found<P>> first(
            Stream<P> known, Function<P, Pattern> sign, String told, BiFunction<P, String, Version> version) {
        return known.flatMap(product -> {
                    var found = sign.apply(product).matcher(told);
                    return found.find()
                            ? Stream.of(new Found<>(product, version.apply(product, found.group(1))))
                            : Stream.empty();
                })
                .findFirst();
    }
}
