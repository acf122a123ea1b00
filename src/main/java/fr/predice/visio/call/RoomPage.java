package fr.predice.visio.call;

import fr.predice.visio.invitation.CurrentOrganizer;
import fr.predice.visio.invitation.Invitations;
import fr.predice.visio.invitation.LinkRefused;
import fr.predice.visio.invitation.OwnInvitation;
import fr.predice.visio.platform.phone.PhoneNumber;
import fr.predice.visio.platform.web.Computer;
import fr.predice.visio.platform.web.Language;
import fr.predice.visio.platform.web.Notices;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.omnifaces.util.Faces;

/** The organizer's room. One that is over, or was never theirs, is not a page: 410, or 404. */
@Named
@RequestScoped
public class RoomPage {
    @Inject
    private Invitations invitations;

    @Inject
    private CurrentOrganizer current;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Computer computer;

    @Inject
    private Language language;

    private OwnInvitation own;

    public void enter() throws IOException {
        if (!computer.isAdmitted()) {
            // That page explains.
            Notices.redirect("/pro/visio");
            return;
        }
        try {
            own = invitations.own(asked(), current.account());
        } catch (LinkRefused refused) {
            Faces.responseSendError(
                    refused.reason() == LinkRefused.Reason.UNKNOWN
                            ? HttpServletResponse.SC_NOT_FOUND
                            : HttpServletResponse.SC_GONE,
                    refused.reason().name());
        }
    }

    private UUID asked() {
        try {
            return UUID.fromString(String.valueOf(request.getParameter("invitation")));
        } catch (IllegalArgumentException notAnInvitation) {
            throw new LinkRefused(LinkRefused.Reason.UNKNOWN);
        }
    }

    public UUID getInvitation() {
        return own.id();
    }

    /** As one reads it; empty once erased. */
    public String getNumber() {
        return own.phone().map(PhoneNumber::grouped).orElse("");
    }

    /** As a telephone dials it: {@code tel:+33612345678} (RFC 3966). */
    public String getNumberLink() {
        return own.phone().map(number -> "tel:" + number.e164()).orElse("");
    }

    /**
     * What to tell the person, part by part.
     *
     * @param sentence see {@link SaidPart#of}
     * @param buttons the keys of those that it quotes, with a space between them
     */
    public List<SaidPart> said(String sentence, String buttons) {
        return SaidPart.of(
                sentence,
                List.of(buttons.split(" ")),
                language.getLocale(),
                own.language().locale());
    }
}
