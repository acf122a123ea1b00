package fr.predice.visio.invitation;

import fr.predice.visio.messaging.sms.Gsm7;
import fr.predice.visio.platform.config.SettingRefused;
import fr.predice.visio.platform.token.SecretToken;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;

/** Stops the start where the site's names make its invitation longer than one SMS: each one would be paid twice. */
@Singleton
@Startup
public class OnePartSms {
    private InvitationText text;

    protected OnePartSms() {}

    @Inject
    OnePartSms(InvitationText text) {
        this.text = text;
    }

    @PostConstruct
    void check() {
        var septets = Gsm7.septets(text.text(SecretToken.random()));
        if (septets > Gsm7.ONE_PART) {
            throw new SettingRefused(
                    "VISIO_CALLER_NAME",
                    "makes, with VISIO_PUBLIC_URL, an SMS of " + septets + " characters; one part holds "
                            + Gsm7.ONE_PART);
        }
    }
}
