package fr.predice.visio.messaging.sms.ovh;

import fr.predice.visio.platform.config.Messaging;
import fr.predice.visio.platform.config.Settings;
import fr.predice.visio.platform.watch.Check;
import fr.predice.visio.platform.watch.Finding;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Locale;

/**
 * What this node last learned of the account at OVH; asks nothing by itself. It is only told: calls, mail and copied
 * links go on without SMS, and no other node would do better.
 */
@ApplicationScoped
public class OvhCheck implements Check {
    @Inject
    private Settings settings;

    @Inject
    private OvhState state;

    @Override
    public String name() {
        return "sms";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(2);
    }

    @Override
    public Finding look() {
        return settings.messaging()
                .ovh()
                .map(Messaging.Ovh::lowCredit)
                .map(this::found)
                .orElseGet(Finding::off);
    }

    private Finding found(int least) {
        var credits = state.credits();
        var finding = credits.isPresent() && credits.getAsDouble() < least ? Finding.care("low") : Finding.fine();
        if (state.problem().isPresent()) {
            finding = Finding.bad(state.problem().get().name().toLowerCase(Locale.ROOT));
        }
        return credits.isPresent() ? finding.with("credits", (long) credits.getAsDouble()) : finding;
    }
}
