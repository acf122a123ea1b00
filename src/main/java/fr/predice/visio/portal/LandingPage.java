package fr.predice.visio.portal;

import fr.predice.visio.platform.config.Settings;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;

/** The first page: the ways in that this site has. */
@Named
@RequestScoped
public class LandingPage {
    @Inject
    private Settings settings;

    @Inject
    private HttpServletRequest request;

    /** Our own form, unless the site has one elsewhere. */
    public String getRegistrationAddress() {
        return settings.ways().registration().map(URI::toString).orElse(request.getContextPath() + "/inscription");
    }
}
