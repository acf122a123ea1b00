package fr.predice.visio.watch;

import fr.predice.visio.platform.config.Settings;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** This node's figures for whoever shows the site's word. To everybody else there is no such address. */
@WebServlet("/metrics")
public class MetricsServlet extends HttpServlet {
    private static final String SCHEME = "Bearer ";

    @Inject
    private transient Settings settings;

    @Inject
    private transient NodeGauges gauges;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!admits(request.getHeader("Authorization"))) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setContentType("text/plain; version=0.0.4; charset=utf-8");
        response.getWriter().write(gauges.scrape());
    }

    private boolean admits(String shown) {
        return shown != null
                && shown.startsWith(SCHEME)
                && settings.watching()
                        .metricsToken()
                        .filter(token -> MessageDigest.isEqual(bytes(token), bytes(shown.substring(SCHEME.length()))))
                        .isPresent();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
