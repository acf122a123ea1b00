package fr.predice.visio.invitation;

import fr.predice.visio.messaging.NewMessage;
import fr.predice.visio.messaging.sms.Gsm7;
import fr.predice.visio.platform.config.Settings;
import fr.predice.visio.platform.phone.PhoneNumber;
import fr.predice.visio.platform.web.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

/** The SMS that invites: the service's name, the link, how long it opens. Nothing about health, nor who calls. */
@ApplicationScoped
public class InvitationText {
    /** Later, its organizer waits no more, and what it says of its link would be wrong. */
    private static final Duration SENT_WITHIN = Duration.ofMinutes(10);

    private Settings settings;
    private Clock clock;

    protected InvitationText() {}

    @Inject
    InvitationText(Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    NewMessage sms(UUID invitation, PhoneNumber to, GuestLanguage language, Link link) {
        var now = clock.instant();
        var late = now.plus(SENT_WITHIN);
        var text = text(language, link.address(), Duration.between(now, link.opensUntil()));
        return NewMessage.sms(invitation, to, text, late.isBefore(link.opensUntil()) ? late : link.opensUntil());
    }

    /**
     * One part of GSM-7, also in Arabic and Russian, in letters that most phones of those who read them show: a part in
     * their own has 70 characters, of which the link alone takes 50 to 70, and nobody trusts a link that says nothing.
     *
     * @param opens how long, said in minutes, the begun one included
     */
    String text(GuestLanguage language, String link, Duration opens) {
        var minutes = Duration.ofMinutes(opens.plusSeconds(59).toMinutes());
        return Gsm7.plain(Texts.get(
                language.locale(), "guest.sms", settings.messaging().caller(), link, Texts.duration(minutes)));
    }
}
