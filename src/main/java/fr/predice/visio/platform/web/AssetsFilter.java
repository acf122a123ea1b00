package fr.predice.visio.platform.web;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Serves {@code /v/VERSION/…} from {@code /assets/…}; another version (a page from before an update) gets today's file,
 * unkept.
 */
@WebFilter(Assets.VERSIONED + "*")
public class AssetsFilter extends HttpFilter {
    @Inject
    private Assets assets;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var path = assets.pathOf(request.getRequestURI());
        if (path == null) {
            response.setHeader("Cache-Control", "no-store");
            path = request.getRequestURI().replaceFirst("^/v/[^/]*/", Assets.ROOT);
        } else {
            response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
        }
        request.getRequestDispatcher(path).forward(request, response);
    }
}
