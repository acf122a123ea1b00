package fr.predice.visio.platform.web;

import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestEvent;
import jakarta.servlet.ServletRequestListener;
import jakarta.servlet.annotation.WebListener;
import java.security.SecureRandom;
import java.util.Locale;
import org.jboss.logging.MDC;

/**
 * A short reference of each request, ours alone whatever the request says: it stands in each line logged meanwhile, in
 * the answer, and on the error page, where the person can read it to support. A listener, since the sign-in is checked
 * before any filter.
 */
@WebListener
public class RequestReference implements ServletRequestListener {
    static final String HEADER = "X-Request-Id";

    /** As log lines hold it. */
    private static final String FIELD = "requestId";

    private static final String ATTRIBUTE = RequestReference.class.getName();
    private static final SecureRandom RANDOM = new SecureRandom();

    @Override
    public void requestInitialized(ServletRequestEvent event) {
        var reference = next();
        event.getServletRequest().setAttribute(ATTRIBUTE, reference);
        MDC.put(FIELD, reference);
    }

    @Override
    public void requestDestroyed(ServletRequestEvent event) {
        MDC.remove(FIELD);
    }

    /** E.g. {@code 4F0A-91C3}. */
    public static String of(ServletRequest request) {
        return String.valueOf(request.getAttribute(ATTRIBUTE));
    }

    /** For what is no request, e.g. a socket. */
    public static String next() {
        return String.format(Locale.ROOT, "%04X-%04X", RANDOM.nextInt(0x10000), RANDOM.nextInt(0x10000));
    }

    /** Does work whose log lines belong to this reference. */
    public static void during(String reference, Runnable work) {
        MDC.put(FIELD, reference);
        try {
            work.run();
        } finally {
            MDC.remove(FIELD);
        }
    }
}
