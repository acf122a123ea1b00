package fr.predice.visio.platform.check;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** A file of variables as systemd reads it, see systemd.exec(5), EnvironmentFile. */
public final class EnvironmentFile {
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

    public static Map<String, String> read(Path file) throws Unreadable {
        try {
            return new EnvironmentFile(Files.readString(file)).variables();
        } catch (NoSuchFileException absent) {
            throw new Unreadable(file + ": no such file");
        } catch (AccessDeniedException denied) {
            throw new Unreadable(file + ": " + System.getProperty("user.name") + " may not read it; run this as root");
        } catch (MalformedInputException binary) {
            throw new Unreadable(file + ": wants a text in UTF-8");
        } catch (IOException failure) {
            throw new Unreadable(file + ": " + failure.getMessage());
        } catch (IllegalArgumentException wrong) {
            throw new Unreadable(file + ": " + wrong.getMessage());
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

    /** A file that gives no settings; its message says why. */
    public static final class Unreadable extends Exception {
        Unreadable(String message) {
            super(message);
        }
    }
}
