package fr.predice.visio.platform.web;

import fr.predice.visio.platform.config.Settings;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Set;

/**
 * Refuses what another site's page sends in a person's name. Browsers that name no origin with their own forms (Firefox
 * 68) pass here: the view state, and JSON that no foreign form can send, protect them.
 */
@WebFilter("/*")
public class OriginFilter extends HttpFilter {
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    private static final String CARD = "/carte/connexion";

    @Inject
    private Settings settings;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (SAFE.contains(request.getMethod()) || own(request)) {
            chain.doFilter(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    private boolean own(HttpServletRequest request) {
        var origin = request.getHeader("Origin");
        var site = request.getHeader("Sec-Fetch-Site");
        return (origin == null || settings.allowedOrigins().contains(origin) || isCards(origin, request))
                && (site == null || site.equals("same-origin") || site.equals("none"));
    }

    /** The page that reads a card may have a name of its own: what it sends goes there, and nowhere else. */
    private boolean isCards(String origin, HttpServletRequest request) {
        return request.getServletPath().equals(CARD)
                && settings.ways()
                        .card()
                        .map(URI::toString)
                        .filter(origin::equals)
                        .isPresent();
    }
}
