package fr.predice.visio.platform.check;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** A file of variables as systemd reads it, see systemd.exec(5), EnvironmentFile. */
final class EnvironmentFile {
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final Pattern CONTINUED = Pattern.compile("(?<!\\\\)\\\\\\R");

    private final Map<String, String> variables = new LinkedHashMap<>();

    /** @throws IllegalArgumentException naming the line that systemd would leave out, never what it holds */
    EnvironmentFile(String text) {
        var number = 0;
        for (var line : CONTINUED.matcher(text).replaceAll("").split("\\R", -1)) {
            number++;
            var bare = line.strip();
            if (!bare.isEmpty() && !bare.startsWith("#") && !bare.startsWith(";")) {
                read(bare, number);
            }
        }
    }

    /** The last of two lines for one name counts. */
    Map<String, String> variables() {
        return Map.copyOf(variables);
    }

    private void read(String line, int number) {
        var equals = line.indexOf('=');
        var name = equals < 0 ? "" : line.substring(0, equals).strip();
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("line " + number + " wants NAME=value");
        }
        variables.put(name, value(line.substring(equals + 1).strip(), number));
    }

    /** In double quotes, a backslash keeps only what it could take the meaning of; in single ones it is itself. */
    private static String value(String raw, int number) {
        var value = new StringBuilder();
        var quote = '\0';
        for (var at = 0; at < raw.length(); at++) {
            var letter = raw.charAt(at);
            if (quote == '\0' && (letter == '"' || letter == '\'')) {
                quote = letter;
            } else if (letter == quote) {
                quote = '\0';
            } else if (letter == '\\' && quote != '\'' && at + 1 < raw.length()) {
                var next = raw.charAt(++at);
                if (quote == '"' && "\"\\`$".indexOf(next) < 0) {
                    value.append(letter);
                }
                value.append(next);
            } else {
                value.append(letter);
            }
        }
        if (quote != '\0') {
            throw new IllegalArgumentException("line " + number + " opens a quote and does not close it");
        }
        return value.toString();
    }
}
