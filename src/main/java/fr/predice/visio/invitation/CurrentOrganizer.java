package fr.predice.visio.invitation;

import fr.predice.visio.platform.limit.ClientAddress;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;

/** The organizer whom a request comes from. Only where the path is closed to everybody else (web.xml). */
@RequestScoped
public class CurrentOrganizer {
    @Inject
    private SecurityContext security;

    @Inject
    private HttpServletRequest request;

    public UUID account() {
        return UUID.fromString(security.getCallerPrincipal().getName());
    }

    Organizer organizer() {
        return new Organizer(account(), ClientAddress.of(request));
    }
}
