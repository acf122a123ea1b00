package fr.predice.visio.signin.cps;

import fr.predice.visio.platform.config.Settings;
import fr.predice.visio.platform.web.FetchMetadata;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Where a site reads no cards, there are no such pages; nor are they part of another site's page, which would read the
 * card of whoever looks at that.
 */
@WebFilter({"/carte", "/carte/*"})
public class CardDoor extends HttpFilter {
    @Inject
    private Settings settings;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (settings.ways().card().isPresent() && !FetchMetadata.isPartOfAnotherPage(request)) {
            chain.doFilter(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
