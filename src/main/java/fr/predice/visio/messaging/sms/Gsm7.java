package fr.predice.visio.messaging.sms;

import java.text.Normalizer;
import java.util.Map;

/** The default alphabet of SMS (3GPP TS 23.038 §6.2.1): 160 septets make one part. */
public final class Gsm7 {
    public static final int ONE_PART = 160;

    private static final String BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final String EXTENDED = "\f^{}\\[~]|€";
    private static final Map<Character, String> REPLACED = Map.ofEntries(
            Map.entry('’', "'"),
            Map.entry('‘', "'"),
            Map.entry('«', "\""),
            Map.entry('»', "\""),
            Map.entry('“', "\""),
            Map.entry('”', "\""),
            Map.entry('–', "-"),
            Map.entry('—', "-"),
            Map.entry('…', "..."),
            Map.entry('œ', "oe"),
            Map.entry('Œ', "OE"),
            Map.entry('ı', "i"),
            Map.entry('\u00a0', " "),
            Map.entry('\u202f', " "));

    private Gsm7() {}

    /** The same text in this alphabet: ç becomes c, ’ becomes ', and what has no likeness becomes "?". */
    public static String plain(String text) {
        var plain = new StringBuilder(text.length());
        for (var character : text.toCharArray()) {
            plain.append(known(character) ? String.valueOf(character) : likeness(character));
        }
        return plain.toString();
    }

    private static String likeness(char character) {
        var replaced = REPLACED.get(character);
        if (replaced != null) {
            return replaced;
        }
        var bare = Normalizer.normalize(String.valueOf(character), Normalizer.Form.NFD)
                .charAt(0);
        return known(bare) ? String.valueOf(bare) : "?";
    }

    /** Septets that a plain text takes; the extension table's characters take two. */
    public static int septets(String plain) {
        return plain.chars().map(c -> EXTENDED.indexOf(c) >= 0 ? 2 : 1).sum();
    }

    private static boolean known(char character) {
        return BASIC.indexOf(character) >= 0 || EXTENDED.indexOf(character) >= 0;
    }
}
