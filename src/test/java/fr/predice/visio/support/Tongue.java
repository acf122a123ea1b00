package fr.predice.visio.support;

import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The language that a browser asks for, and the product's own words in it. */
public enum Tongue {
    FRENCH("fr-FR"),
    ENGLISH("en-GB");

    private final String tag;

    Tongue(String tag) {
        this.tag = tag;
    }

    /** As a browser sends it. */
    public String tag() {
        return tag;
    }

    /** A text of the portal's pages. */
    public String page(String key) {
        return bundle("messages").getString(key);
    }

    /** A text of accounts and their administration. */
    public String account(String key) {
        return bundle("accounts").getString(key);
    }

    /** A text of one of the smaller bundles: "journal", "console", "sessions", "profile", "figures". */
    public String of(String bundle, String key) {
        return bundle(bundle).getString(key);
    }

    /** All texts of a bundle, by their keys. */
    public Map<String, String> all(String bundle) {
        var texts = bundle(bundle);
        return texts.keySet().stream().collect(Collectors.toMap(Function.identity(), texts::getString));
    }

    /** A text of the call's two pages. */
    public String call(String key) {
        return bundle(key.startsWith("room.") ? "call" : "guest").getString(key);
    }

    private ResourceBundle bundle(String name) {
        return ResourceBundle.getBundle("fr.predice.visio." + name, Locale.forLanguageTag(tag));
    }
}
