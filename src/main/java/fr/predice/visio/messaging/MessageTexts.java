package fr.predice.visio.messaging;

import fr.predice.visio.platform.config.Settings;
import fr.predice.visio.platform.retention.RetentionRule;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Texts and recipients are wiped once a message is settled; should one never be, its text goes all the same. */
@ApplicationScoped
class MessageTexts implements RetentionRule {
    private static final String ERASE = """
            UPDATE outgoing_message SET recipient = NULL, subject = NULL, content = NULL
            WHERE content IS NOT NULL AND expires_at < :limit""";

    private Duration kept;

    protected MessageTexts() {}

    @Inject
    MessageTexts(Settings settings) {
        this.kept = settings.invitations().numberKept();
    }

    @Override
    public String what() {
        return "message texts";
    }

    @Override
    public Duration kept() {
        return kept;
    }

    @Override
    public String erasure() {
        return ERASE;
    }
}
