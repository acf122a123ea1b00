package fr.predice.visio.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Paths as the application itself names them, wherever its site has it: at {@code /} or behind a path of its own. */
public final class OwnPath {
    private OwnPath() {}

    /** As the browser wrote it, escapes included. */
    public static String of(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
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
