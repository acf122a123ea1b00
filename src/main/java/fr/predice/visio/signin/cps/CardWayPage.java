package fr.predice.visio.signin.cps;

import fr.predice.visio.platform.config.Settings;
import fr.predice.visio.signin.Door;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** « Lecteur CPS », wherever it stands. */
@Named
@RequestScoped
public class CardWayPage {
    private static final List<String> TROUBLES = List.of("nothing", "pin", "handshake", "expired");

    @Inject
    private Settings settings;

    @Inject
    private HttpServletRequest request;

    public boolean isOffered() {
        return settings.ways().card().isPresent();
    }

    /** On the portal's first name, whichever this page has: the ticket comes back there. */
    public String getStart() {
        return settings.publicAddress() + "/carte/depart" + wanted();
    }

    /** The help that stays open meanwhile. */
    public String getHelp() {
        return request.getContextPath() + "/carte" + wanted();
    }

    /** The other way in. */
    public String getPassword() {
        return Door.PORTAL.page() + wanted();
    }

    /** What may go wrong, as the help's texts name it. */
    public List<String> getTroubles() {
        return TROUBLES;
    }

    private String wanted() {
        return Optional.ofNullable(request.getParameter("retour"))
                .filter(page -> !page.isEmpty())
                .map(page -> "?retour=" + URLEncoder.encode(page, StandardCharsets.UTF_8))
                .orElse("");
    }
}
