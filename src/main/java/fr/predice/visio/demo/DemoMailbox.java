package fr.predice.visio.demo;

import fr.predice.visio.messaging.Channel;
import fr.predice.visio.messaging.Outcome;
import fr.predice.visio.platform.config.Settings;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** What the demo's phones and mail clients received, newest first. It cannot be made outside the demo profile. */
@ApplicationScoped
class DemoMailbox {
    private static final int MOST = 200;

    record Message(Channel channel, String to, String text, Instant sentAt) {}

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    private final Deque<Message> messages = new ArrayDeque<>();

    @PostConstruct
    void refuseProduction() {
        if (!settings.demo()) {
            throw new IllegalStateException("the demo mailbox exists only under VISIO_PROFILE=demo");
        }
    }

    synchronized Outcome receive(Channel channel, String to, String text) {
        messages.addFirst(new Message(channel, to, text, clock.instant()));
        if (messages.size() > MOST) {
            messages.removeLast();
        }
        return Outcome.accepted();
    }

    synchronized List<Message> newestFirst() {
        return List.copyOf(messages);
    }
}
