package fr.predice.visio.platform.config;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * All that is wrong with a site's variables at once, rather than one a start. Each that is refused is told, then what
 * the table of settings has instead is read, so that the reader comes to the next.
 */
public final class Refusals {
    private final Function<String, Optional<String>> source;
    private final Map<String, String> told = new TreeMap<>();
    private final Map<String, Deque<Optional<String>>> instead = new TreeMap<>();

    /** @param source gives the value of a variable by its name, e.g. {@code VISIO_PUBLIC_URL} */
    public Refusals(Function<String, Optional<String>> source) {
        this.source = source;
    }

    /** A line for each variable that is missing or wrong, by name; none if the service can start with them. */
    public List<String> all() {
        while (refusesOneMore()) {
            // Each round reads a little further.
        }
        return List.copyOf(told.values());
    }

    private boolean refusesOneMore() {
        try {
            new SettingsReader(this::value).read();
            return false;
        } catch (SettingRefused refused) {
            var name = refused.variable();
            told.putIfAbsent(name, refused.getMessage());
            var left = instead.get(name);
            if (left == null) {
                instead.put(name, new ArrayDeque<>(SettingsTable.ours().instead(name)));
                return true;
            }
            // Where nothing of its own is right, only another variable could help.
            left.poll();
            return !left.isEmpty();
        }
    }

    private Optional<String> value(String name) {
        var left = instead.get(name);
        return left == null ? source.apply(name) : left.peek();
    }
}
