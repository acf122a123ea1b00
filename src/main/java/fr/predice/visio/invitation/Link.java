package fr.predice.visio.invitation;

import fr.predice.visio.platform.token.SecretToken;
import java.net.URI;
import java.time.Instant;

/** A new way into an invitation's room, as it is handed out once: {@code https://host/r#TOKEN}. */
public record Link(String address, Instant opensUntil) {
    /** The token stands in the fragment, which no browser sends to any server. */
    static Link of(URI site, SecretToken token, Instant opensUntil) {
        return new Link(site + "/r#" + token.text(), opensUntil);
    }

    @Override
    public String toString() {
        return "Link[hidden]";
    }
}
