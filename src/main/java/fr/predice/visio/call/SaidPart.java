package fr.predice.visio.call;

import fr.predice.visio.platform.web.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A part of a sentence that the organizer reads to the invited person: all of it in one language, so that it is read
 * right.
 *
 * @param language its tag
 */
public record SaidPart(String text, String language) {
    private static final Pattern QUOTED = Pattern.compile("\\{(\\d)}([”’])");

    /**
     * Each button as it stands on the person's page; in another language than the organizer's, its meaning follows.
     *
     * @param sentence in the organizer's language, with {0}, {1}… in quotation marks where it quotes a button
     * @param buttons the keys of their texts
     */
    static List<SaidPart> of(String sentence, List<String> buttons, Locale organizer, Locale person) {
        var parts = new ArrayList<SaidPart>();
        var quoted = QUOTED.matcher(sentence);
        var from = 0;
        while (quoted.find()) {
            var button = buttons.get(Integer.parseInt(quoted.group(1)));
            var meaning = organizer.equals(person) ? "" : " (" + Texts.get(organizer, button) + ")";
            parts.add(in(organizer, sentence.substring(from, quoted.start())));
            parts.add(in(person, Texts.get(person, button)));
            parts.add(in(organizer, quoted.group(2) + meaning));
            from = quoted.end();
        }
        parts.add(in(organizer, sentence.substring(from)));
        return parts;
    }

    private static SaidPart in(Locale language, String text) {
        return new SaidPart(text, language.getLanguage());
    }

    public String getText() {
        return text;
    }

    public String getLanguage() {
        return language;
    }
}
