package fr.predice.visio.messaging;

import java.util.Locale;

/** One mail to one address, in one language. {@code text} is plain, its paragraphs apart by an empty line. */
public record Mail(String to, String subject, String text, Locale language) {
    @Override
    public String toString() {
        return "Mail";
    }
}
