package fr.predice.visio.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Paths as the application itself names them, wherever its site has it: at {@code /} or behind a path of its own. */
public final class OwnPath {
    private OwnPath() {}

    /**
     * As the browser wrote it, escapes included. It may have escaped the site's own path too ({@code /%76isio}), so
     * that is cut off by its slashes and not by its length.
     */
    public static String of(HttpServletRequest request) {
        var written = request.getRequestURI();
        var start = 0;
        for (var slashes =
                        request.getContextPath().chars().filter(c -> c == '/').count();
                slashes > 0;
                slashes--) {
            var next = written.indexOf('/', start + 1);
            start = next < 0 ? written.length() : next;
        }
        return written.substring(start);
    }

    /**
     * Answers with the way to one of our own pages, without a host: a server takes that from the request.
     *
     * @param page begins with a slash
     */
    public static void redirect(HttpServletRequest request, HttpServletResponse response, String page) {
        response.setStatus(HttpServletResponse.SC_FOUND);
        response.setHeader("Location", request.getContextPath() + page);
    }
}
