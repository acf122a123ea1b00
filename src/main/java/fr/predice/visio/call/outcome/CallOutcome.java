package fr.predice.visio.call.outcome;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * How a call went for one side, in words of these lists and one number: either the way it took, or why there was none.
 *
 * @param picture how long the first picture was in coming, from the tap or, later, from both being there;
 *     {@link #LONGEST} at most; empty for a call of sound alone
 */
public record CallOutcome(Optional<Way> way, Optional<Duration> picture, Optional<Cause> cause) {
    /** Whoever waited longer was not waiting for the connection. */
    public static final Duration LONGEST = Duration.ofMinutes(10);

    public enum Way {
        DIRECT,
        RELAYED,
        /** The browser does not tell. */
        UNTOLD
    }

    public enum Cause {
        /** The person, the browser or the system refused camera and microphone. */
        REFUSED,
        /** There is no such device. */
        MISSING,
        /** Another program has it. */
        OCCUPIED,
        NO_CONNECTION,
        /** The browser cannot make calls. */
        UNSUPPORTED
    }

    public static CallOutcome failed(Cause cause) {
        return new CallOutcome(Optional.empty(), Optional.empty(), Optional.of(cause));
    }

    /** @throws IllegalArgumentException or ClassCastException for anything else than such words and number */
    public static CallOutcome of(JsonObject told) {
        if (told.containsKey("cause")) {
            return failed(word(Cause.class, told.getString("cause")));
        }
        var way = word(Way.class, told.getString("way"));
        return new CallOutcome(Optional.of(way), picture(told), Optional.empty());
    }

    private static Optional<Duration> picture(JsonObject told) {
        if (!told.containsKey("millis")) {
            return Optional.empty();
        }
        // A number of any size fits in a double.
        var millis = told.getJsonNumber("millis").doubleValue();
        if (millis < 0) {
            throw new IllegalArgumentException("millis");
        }
        return millis <= LONGEST.toMillis() ? Optional.of(Duration.ofMillis((long) millis)) : Optional.empty();
    }

    private static <E extends Enum<E>> E word(Class<E> list, String text) {
        return Enum.valueOf(list, text.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
