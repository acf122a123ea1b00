package fr.predice.visio.invitation;

import fr.predice.visio.messaging.sms.Gsm7;
import fr.predice.visio.platform.config.SettingRefused;
import fr.predice.visio.platform.config.Settings;
import fr.predice.visio.platform.token.SecretToken;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Stream;

/** Stops the start where the site's names make its invitation longer than one SMS: each one would be paid twice. */
@Singleton
@Startup
public class OnePartSms {
    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    private InvitationText text;
    private Settings settings;
    private Clock clock;

    protected OnePartSms() {}

    /** Public, since Payara finds no other constructor of an enterprise bean. */
    @Inject
    public OnePartSms(InvitationText text, Settings settings, Clock clock) {
        this.text = text;
        this.settings = settings;
        this.clock = clock;
    }

    @PostConstruct
    void check() {
        var septets = longest();
        if (septets > Gsm7.ONE_PART) {
            throw new SettingRefused(
                    "VISIO_CALLER_NAME",
                    "makes, with VISIO_PUBLIC_URL, an SMS of " + septets + " characters; one part holds "
                            + Gsm7.ONE_PART);
        }
    }

    /** A link may open for less than its lifetime near the end of the longest call; "59 min" is longer than "1 h". */
    int longest() {
        var lifetime = settings.invitations().lifetime();
        return Stream.of(lifetime, lifetime.minus(A_MINUTE))
                .flatMap(opens -> Arrays.stream(GuestLanguage.values()).map(language -> text(language, opens)))
                .mapToInt(Gsm7::septets)
                .max()
                .orElseThrow();
    }

    private String text(GuestLanguage language, Duration opens) {
        var link = Link.of(settings.publicAddress(), language, SecretToken.random(), clock.instant());
        return text.text(language, link.address(), opens);
    }
}
