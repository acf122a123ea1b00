package fr.predice.visio.watch;

import fr.predice.visio.platform.web.Assets;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;

/** Times each request under the pattern that its page or method was found by: made-up addresses are all one. */
@WebFilter("/*")
public class RequestTimer extends HttpFilter {
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST");

    @Inject
    private transient NodeFigures figures;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var start = System.nanoTime();
        var status = HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
        try {
            chain.doFilter(request, response);
            status = response.getStatus();
        } finally {
            var method = METHODS.contains(request.getMethod()) ? request.getMethod() : "other";
            figures.onRequest(route(request), method, status, Duration.ofNanos(System.nanoTime() - start));
        }
    }

    private static String route(HttpServletRequest request) {
        if (Assets.served(request)) {
            return "assets";
        }
        return ApiRoute.of(request).orElseGet(() -> page(request));
    }

    private static String page(HttpServletRequest request) {
        var pattern = request.getHttpServletMapping().getPattern();
        return pattern.isEmpty() || pattern.equals("/") ? "other" : pattern;
    }
}
