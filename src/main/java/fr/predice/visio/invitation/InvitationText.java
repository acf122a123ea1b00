package fr.predice.visio.invitation;

import fr.predice.visio.messaging.NewMessage;
import fr.predice.visio.messaging.sms.Gsm7;
import fr.predice.visio.platform.config.Settings;
import fr.predice.visio.platform.phone.PhoneNumber;
import fr.predice.visio.platform.token.SecretToken;
import fr.predice.visio.platform.web.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;

/** The SMS that invites: the service's name, the link, how long it opens. Nothing about health, nor who calls. */
@ApplicationScoped
public class InvitationText {
    private Settings settings;
    private Clock clock;

    protected InvitationText() {}

    @Inject
    InvitationText(Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    NewMessage sms(UUID invitation, PhoneNumber to, SecretToken token) {
        var expiresAt = clock.instant().plus(settings.invitations().lifetime());
        return NewMessage.sms(invitation, to, text(token), expiresAt);
    }

    /** One part of GSM-7. The token stands in the fragment, which no browser sends to any server. */
    String text(SecretToken token) {
        var link = settings.publicAddress() + "/r#" + token.text();
        return Gsm7.plain(Texts.get(
                Texts.FRENCH,
                "sms.invitation",
                settings.messaging().caller(),
                link,
                Texts.duration(settings.invitations().lifetime())));
    }
}
