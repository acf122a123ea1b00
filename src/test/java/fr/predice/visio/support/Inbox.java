package fr.predice.visio.support;

import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The demo mailbox as JSON. Messages leave after the commit, so a reader waits until they are there. */
public final class Inbox {
    public static final Pattern CODE = Pattern.compile("\\b(\\d{6})\\b");
    public static final Pattern LINK = Pattern.compile("https?://\\S+/r(?:/[a-z]{2})?#(\\S{22})");

    /** Longer than a request that gets lost on a busy machine. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Most are there as soon as this. */
    private static final Duration OFTEN = Duration.ofMillis(40);

    private final Visitor visitor;

    private Inbox(String address) {
        this.visitor = new Visitor(address);
    }

    public static Inbox of(String address) {
        return new Inbox(address);
    }

    /** Texts sent to a number (E.164) or a mail address, newest first. */
    public List<String> to(String recipient) {
        return messagesTo(recipient).stream()
                .map(message -> message.getString("text"))
                .toList();
    }

    /** When the newest of them reached the gateway. */
    public Instant sentAt(String recipient) {
        return Instant.parse(messagesTo(recipient).get(0).getString("sentAt"));
    }

    /** Texts sent to anybody, newest first, as far as the mailbox keeps them. */
    public List<String> texts() {
        return messages().stream().map(message -> message.getString("text")).toList();
    }

    private List<JsonObject> messagesTo(String recipient) {
        return messages().stream()
                .filter(message -> message.getString("to").equals(recipient))
                .toList();
    }

    private List<JsonObject> messages() {
        try (var reader =
                Json.createReader(new StringReader(visitor.get("/demo/messages").body()))) {
            return reader.readArray().getValuesAs(JsonObject.class);
        }
    }

    public String codeFor(String recipient) {
        return newest(recipient, CODE);
    }

    /** The token of the newest link. */
    public String linkFor(String recipient) {
        return newest(recipient, LINK);
    }

    /** The first group of what the newest message that has such a thing says. */
    public String newest(String recipient, Pattern wanted) {
        return await().alias("message to " + recipient)
                .pollInterval(OFTEN)
                .atMost(PATIENCE)
                .ignoreExceptionsInstanceOf(UncheckedIOException.class)
                .until(() -> first(recipient, wanted), Optional::isPresent)
                .orElseThrow();
    }

    private Optional<String> first(String recipient, Pattern wanted) {
        return to(recipient).stream()
                .map(wanted::matcher)
                .filter(Matcher::find)
                .map(match -> match.group(1))
                .findFirst();
    }
}
