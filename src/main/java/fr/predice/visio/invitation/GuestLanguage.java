package fr.predice.visio.invitation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A language that the invited person's page is written in: French, English, and five that social care in France meets
 * often. Each has a bundle of all the person's texts.
 */
public enum GuestLanguage {
    FR("Français"),
    EN("English"),
    AR("العربية"),
    PT("Português"),
    RO("Română"),
    RU("Русский"),
    TR("Türkçe");

    private final String ownName;

    GuestLanguage(String ownName) {
        this.ownName = ownName;
    }

    static Optional<GuestLanguage> of(String tag) {
        return Arrays.stream(values()).filter(one -> one.getTag().equals(tag)).findFirst();
    }

    static List<String> tags() {
        return Arrays.stream(values()).map(GuestLanguage::getTag).toList();
    }

    /** As HTML and the address of the person's page name it (BCP 47): {@code ar}. */
    public String getTag() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What those who speak it call it. */
    public String getOwnName() {
        return ownName;
    }

    /** As HTML says which way its lines run: {@code ltr} or {@code rtl}. */
    public String getDirection() {
        return this == AR ? "rtl" : "ltr";
    }

    public Locale locale() {
        return Locale.forLanguageTag(getTag());
    }
}
