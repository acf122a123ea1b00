package fr.predice.visio.invitation;

import fr.predice.visio.platform.web.OwnPath;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * {@code /r/ar} is the invited person's page in Arabic, {@code /r/ar/simple} the same where it is easy to read. The
 * language stands in the path, so that the page is right at once: neither a cookie nor another question is needed. What
 * the page fetches later, its stage and the way to allow a camera, is addressed in the same way.
 */
@WebServlet({"/r/*", "/scene/*", "/autoriser/*"})
public class GuestAddress extends HttpServlet {
    static final String LANGUAGE = "guest.language";
    static final String EASY = "guest.easy";
    private static final Pattern ADDRESS = Pattern.compile("(/r|/scene|/autoriser)/([a-z]{2})(/simple)?");

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var asked = ADDRESS.matcher(OwnPath.of(request));
        var language = asked.matches() ? GuestLanguage.of(asked.group(2)) : Optional.<GuestLanguage>empty();
        if (language.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        request.setAttribute(LANGUAGE, language.get());
        request.setAttribute(EASY, asked.group(3) != null);
        request.getRequestDispatcher(asked.group(1)).forward(request, response);
    }
}
