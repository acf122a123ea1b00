package fr.predice.visio.call;

import fr.predice.visio.invitation.Invitations;
import fr.predice.visio.invitation.LinkRefused;
import fr.predice.visio.invitation.OwnInvitation;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.security.enterprise.SecurityContext;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.UUID;

/** The organizer's room, or why it is closed. */
@Named
@RequestScoped
public class RoomPage {
    @Inject
    private Invitations invitations;

    @Inject
    private SecurityContext security;

    @Inject
    private HttpServletRequest request;

    private OwnInvitation own;
    private String state = "open";

    @PostConstruct
    void open() {
        try {
            var organizer = UUID.fromString(security.getCallerPrincipal().getName());
            own = invitations.own(asked(), organizer);
        } catch (LinkRefused refused) {
            state = refused.reason().name().toLowerCase(Locale.ROOT);
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
        return own == null ? null : own.id();
    }

    public String getNumber() {
        return own == null ? "" : own.number();
    }

    /** "open", or "unknown", "expired", "revoked", "ended". */
    public String getState() {
        return state;
    }
}
