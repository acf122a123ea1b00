package fr.predice.visio.platform.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The variables of a site by their names, as the types they stand for. A wrong one is refused with what it wants. */
final class Variables {
    static final int LONGEST_NAME = 50;
    private static final int LONGEST_LINE = 100;

    private final Function<String, Optional<String>> given;
    private final Function<String, Optional<String>> source;

    /** @param source gives a variable's value by its name; a blank one counts as absent */
    Variables(Function<String, Optional<String>> source) {
        this(source, name -> source.apply(name).map(String::strip).filter(value -> !value.isEmpty()));
    }

    private Variables(Function<String, Optional<String>> given, Function<String, Optional<String>> source) {
        this.given = given;
        this.source = source;
    }

    /** The same, but for a blank one, which is refused. */
    Variables refusingEmpty() {
        return new Variables(given, name -> {
            var value = source.apply(name);
            if (value.isEmpty() && given.apply(name).isPresent()) {
                throw new SettingRefused(name, "is empty: give it a value, or take its line away");
            }
            return value;
        });
    }

    Optional<String> find(String name) {
        return source.apply(name);
    }

    /** The one in use, then those that were. */
    List<byte[]> keys(String name, String previous) {
        return Stream.concat(
                        Stream.of(key(name, required(name))),
                        list(previous).stream().map(value -> key(previous, value)))
                .toList();
    }

    private static byte[] key(String name, String value) {
        try {
            var key = Base64.getDecoder().decode(value);
            if (key.length == 32) {
                return key;
            }
        } catch (IllegalArgumentException notBase64) {
            // Same advice as for a wrong length, and no word of the value itself.
        }
        throw new SettingRefused(name, "wants 32 random bytes in base64, e.g. from: openssl rand -base64 32");
    }

    Duration duration(String name, Duration standard) {
        try {
            var duration = find(name).map(Duration::parse).orElse(standard);
            if (duration.compareTo(Duration.ZERO) > 0) {
                return duration;
            }
        } catch (DateTimeParseException wrong) {
            throw new SettingRefused(name, "wants an ISO 8601 duration, e.g. PT1H for one hour", wrong);
        }
        throw new SettingRefused(name, "must be longer than zero");
    }

    Period period(String name, Period standard) {
        try {
            return find(name).map(Period::parse).orElse(standard);
        } catch (DateTimeParseException wrong) {
            throw new SettingRefused(name, "wants an ISO 8601 period, e.g. P12M for twelve months", wrong);
        }
    }

    int positive(String name, int standard) {
        var value = find(name).orElse(Integer.toString(standard));
        if (!value.matches("[1-9][0-9]{0,8}")) {
            throw new SettingRefused(name, "wants a whole number above zero");
        }
        return Integer.parseInt(value);
    }

    static URI web(String name, String value) {
        try {
            var address = new URI(value);
            if (address.getHost() != null && String.valueOf(address.getScheme()).matches("https?")) {
                return address;
            }
        } catch (URISyntaxException wrong) {
            throw new SettingRefused(name, "wants a web address", wrong);
        }
        throw new SettingRefused(name, "wants a web address that starts with https:// or http://");
    }

    String oneOf(String name, String standard, String... known) {
        var value = text(name, standard);
        if (!List.of(known).contains(value)) {
            throw new SettingRefused(name, "must be one of " + String.join(", ", known));
        }
        return value;
    }

    List<String> list(String name) {
        return find(name).map(value -> value.split(",")).stream()
                .flatMap(Arrays::stream)
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    String text(String name, String standard) {
        return find(name).orElse(standard);
    }

    /** A name that messages hold: short, so that each stays one SMS. */
    String name(String name, String standard) {
        var value = text(name, standard);
        if (value.length() > LONGEST_NAME) {
            throw new SettingRefused(name, "wants " + LONGEST_NAME + " characters at most");
        }
        return value;
    }

    /** What people read on one line. */
    Optional<String> line(String name) {
        return find(name).map(value -> {
            if (!value.matches("\\P{Cntrl}{1," + LONGEST_LINE + "}")) {
                throw new SettingRefused(name, "wants one line of " + LONGEST_LINE + " characters at most");
            }
            return value;
        });
    }

    /** A number as people read it. */
    Optional<String> phone(String name) {
        return find(name).map(value -> {
            if (!value.matches("[0-9+() .\u00a0-]{2,30}")) {
                throw new SettingRefused(name, "wants a telephone number, e.g. 03 22 00 00 00");
            }
            return value;
        });
    }

    /** A secret that others gave us, or that we share with them. */
    String secret(String name) {
        var value = required(name);
        if (!value.matches("[!-~]+")) {
            throw new SettingRefused(name, "wants letters, digits and signs of ASCII, without a space");
        }
        return value;
    }

    String required(String name) {
        return find(name)
                .orElseThrow(() -> new SettingRefused(
                        name,
                        "is required and missing, e.g. " + SettingsTable.ours().example(name)));
    }
}
