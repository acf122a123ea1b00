package fr.predice.visio.admin;

import fr.predice.visio.account.Role;
import fr.predice.visio.account.administration.Officer;
import fr.predice.visio.platform.limit.ClientAddress;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import java.util.stream.Stream;

/** Who a request to the console comes from. Only where the path is closed to everybody else (web.xml). */
@RequestScoped
class CurrentOfficer {
    @Inject
    private SecurityContext security;

    @Inject
    private HttpServletRequest request;

    Officer officer() {
        var role = Stream.of(Role.ADMIN, Role.SUPPORT)
                .filter(known -> security.isCallerInRole(known.name()))
                .findFirst()
                .orElse(Role.ORGANIZER);
        return new Officer(UUID.fromString(security.getCallerPrincipal().getName()), role, ClientAddress.of(request));
    }
}
