package fr.predice.visio.invitation;

import fr.predice.visio.platform.token.SecretToken;
import java.net.URI;
import java.time.Instant;

/**
 * A new way into an invitation's room, as it is handed out once: {@code https://host/r#TOKEN}, or
 * {@code https://host/r/ar#TOKEN} in another language than the site's own.
 */
public record Link(String address, Instant opensUntil) {
    /** The token stands in the fragment, which no browser sends to any server. */
    static Link of(URI site, GuestLanguage language, SecretToken token, Instant opensUntil) {
        var page = language == GuestLanguage.FR ? "/r" : "/r/" + language.getTag();
        return new Link(site + page + "#" + token.text(), opensUntil);
    }

    @Override
    public String toString() {
        return "Link[hidden]";
    }
}
