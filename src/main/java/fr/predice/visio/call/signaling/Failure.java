package fr.predice.visio.call.signaling;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * Why a browser has no connection, in words of these lists and one small number: nothing in it can name a person, an
 * address, or anything else.
 */
record Failure(Reason reason, Set<Candidate> own, Set<Candidate> far, Browser browser, int version) {
    enum Reason {
        /** The organizer has made none, or it has not come. */
        NO_OFFER,
        NO_ANSWER,
        /** Nothing that the other side could reach was found here. */
        NO_CANDIDATES,
        NO_FAR_CANDIDATES,
        /** The relay answered with an error, e.g. for credentials or quotas. */
        RELAY_REFUSED,
        /** No pair of candidates lets anything through. */
        ICE_FAILED,
        /** There is a way, but encryption was not agreed on. */
        DTLS_FAILED,
        /** Still looking. */
        TIMEOUT
    }

    /** Kinds of candidates that were tried (RFC 8445 §5.1.1). */
    enum Candidate {
        HOST,
        SRFLX,
        PRFLX,
        RELAY
    }

    enum Browser {
        CHROME,
        EDGE,
        FIREFOX,
        OPERA,
        SAFARI,
        SAMSUNG,
        OTHER
    }

    private static final int HIGHEST_VERSION = 999;

    /** @throws IllegalArgumentException for anything else than such words */
    static Failure of(JsonObject told) {
        var version = told.getInt("version");
        if (version < 0 || version > HIGHEST_VERSION) {
            throw new IllegalArgumentException("version");
        }
        return new Failure(
                word(Reason.class, told.getString("reason")),
                candidates(told.getJsonArray("own")),
                candidates(told.getJsonArray("far")),
                word(Browser.class, told.getString("browser")),
                version);
    }

    private static Set<Candidate> candidates(JsonArray kinds) {
        var found = EnumSet.noneOf(Candidate.class);
        kinds.getValuesAs(JsonString::getString).forEach(kind -> found.add(word(Candidate.class, kind)));
        return found;
    }

    private static <E extends Enum<E>> E word(Class<E> list, String text) {
        return Enum.valueOf(list, text.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    @Override
    public String toString() {
        return (reason + ", own " + own + ", far " + far + ", " + browser + " " + version).toLowerCase(Locale.ROOT);
    }
}
