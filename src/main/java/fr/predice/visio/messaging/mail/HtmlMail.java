package fr.predice.visio.messaging.mail;

import fr.predice.visio.messaging.Mail;
import fr.predice.visio.platform.config.Settings;
import fr.predice.visio.platform.web.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A mail's text in the look of the pages: paragraphs, links that can be clicked, a code that can be read from afar. */
final class HtmlMail {
    private static final String LAYOUT = resource("mail.html");
    private static final Pattern LINK = Pattern.compile("https?://[^\\s<]+[^\\s<.,;:!?]");
    private static final Pattern CODE = Pattern.compile("[0-9]{6}");
    /** An identifier, or a password of groups. */
    private static final Pattern CREDENTIAL = Pattern.compile("[a-z0-9]+([._-][a-z0-9]+)+");

    private static final String SET_APART =
            " class=\"code\" style=\"margin:0 0 16px;padding:12px 16px;background:#e6f1f2;border-radius:10px;";

    private HtmlMail() {}

    static String of(Mail mail, Settings settings) {
        var branding = settings.branding();
        var support = Texts.get(mail.language(), "mail.support", branding.supportPhone(), branding.supportWeb());
        return LAYOUT.replace("@language@", mail.language().toLanguageTag())
                .replace("@subject@", escaped(mail.subject()))
                .replace("@service@", escaped(branding.service()))
                .replace("@support@", linked(escaped(support)))
                .replace("@body@", body(mail.text()));
    }

    private static String body(String text) {
        return Arrays.stream(text.strip().split("\n\\s*\n"))
                .map(HtmlMail::paragraph)
                .collect(Collectors.joining("\n"));
    }

    private static String paragraph(String text) {
        return "<p" + look(text.strip()) + ">" + linked(escaped(text)).replace("\n", "<br>") + "</p>";
    }

    private static String look(String text) {
        if (CODE.matcher(text).matches()) {
            return SET_APART + "font-size:30px;font-weight:700;letter-spacing:6px\"";
        }
        return CREDENTIAL.matcher(text).matches()
                ? SET_APART + "font-size:22px;font-weight:700;letter-spacing:1px\""
                : " style=\"margin:0 0 16px\"";
    }

    private static String linked(String escaped) {
        return LINK.matcher(escaped).replaceAll("<a style=\"color:#0b5c6b\" href=\"$0\">$0</a>");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String resource(String name) {
        try (var stream = HtmlMail.class.getResourceAsStream(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
