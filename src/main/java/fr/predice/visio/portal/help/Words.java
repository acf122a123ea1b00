package fr.predice.visio.portal.help;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A part of a sheet's sentence.
 *
 * @param kind plain, strong, or the name of a button as that button has it
 * @param icon of the button, by its name in {@code portal.svg}; empty where it shows none
 */
public record Words(Kind kind, String text, String icon) {
    private static final Pattern MARK = Pattern.compile("\\*([^*]+)\\*|\\[(?:([a-z]+)\\|)?([^\\]]+)]");

    public enum Kind {
        PLAIN,
        STRONG,
        BUTTON
    }

    /** @param text with {@code *strong words*} and {@code [icon|names of buttons]} or {@code [names of buttons]} */
    static List<Words> of(String text) {
        var parts = new ArrayList<Words>();
        var mark = MARK.matcher(text);
        var from = 0;
        while (mark.find()) {
            parts.add(new Words(Kind.PLAIN, text.substring(from, mark.start()), ""));
            parts.add(
                    mark.group(1) != null
                            ? new Words(Kind.STRONG, mark.group(1), "")
                            : new Words(Kind.BUTTON, mark.group(3), mark.group(2) == null ? "" : mark.group(2)));
            from = mark.end();
        }
        parts.add(new Words(Kind.PLAIN, text.substring(from), ""));
        return parts;
    }

    public boolean isPlain() {
        return kind == Kind.PLAIN;
    }

    public boolean isStrong() {
        return kind == Kind.STRONG;
    }

    public boolean isButton() {
        return kind == Kind.BUTTON;
    }

    public String getText() {
        return text;
    }

    public String getIcon() {
        return icon;
    }
}
