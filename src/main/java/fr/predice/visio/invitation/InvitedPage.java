package fr.predice.visio.invitation;

import fr.predice.visio.platform.config.Settings;
import fr.predice.visio.platform.web.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** What the invited person reads about the number that received the SMS. */
@Named
@RequestScoped
public class InvitedPage {
    @Inject
    private Settings settings;

    /** The longest that a number stays after its invitation, see {@link ParticipantNumbers}. */
    public String getNumberKept() {
        var invitations = settings.invitations();
        return Texts.duration(invitations.lifetime().plus(invitations.numberKept()))
                .replace(' ', '\u00a0');
    }
}
