package fr.predice.visio.invitation;

import fr.predice.visio.platform.config.Settings;
import fr.predice.visio.platform.retention.RetentionRule;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Participants' numbers are erased a short time after the call; their keyed hash stays, for limits and the trail. */
@ApplicationScoped
class ParticipantNumbers implements RetentionRule {
    private static final String ERASE = """
            UPDATE invitation SET phone = NULL, language = DEFAULT, display = DEFAULT
            WHERE phone IS NOT NULL AND least(ended_at, revoked_at, phone_served_at) < :limit""";

    private Duration kept;

    protected ParticipantNumbers() {}

    @Inject
    ParticipantNumbers(Settings settings) {
        this.kept = settings.invitations().numberKept();
    }

    @Override
    public String what() {
        return "participant numbers";
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
