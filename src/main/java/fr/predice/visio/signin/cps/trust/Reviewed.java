package fr.predice.visio.signin.cps.trust;

import fr.predice.visio.platform.web.Texts;
import java.util.List;
import java.util.Locale;

/**
 * One thing that a review of a site's trust in cards found.
 *
 * @param of the setting, authority or address that it is about
 * @param key of what is said, in the bundle {@code cardtrust}
 */
public record Reviewed(State state, String of, String key, List<Object> arguments) {
    public enum State {
        WELL,
        /** It works, and somebody should see to it soon. */
        CARE,
        WRONG,
        NONE
    }

    static Reviewed of(State state, String of, String key, Object... arguments) {
        return new Reviewed(state, of, key, List.of(arguments));
    }

    public String says(Locale language) {
        return Texts.get(language, key, arguments.toArray());
    }
}
