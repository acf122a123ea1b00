package fr.predice.visio.signin.cps;

import fr.predice.visio.platform.config.Settings;
import fr.predice.visio.platform.web.Cookies;
import fr.predice.visio.platform.web.Language;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** Where « Lecteur CPS » leads: from here to the page that reads the card, which learns a hash of what stays here. */
@WebServlet("/carte/depart")
public class CardStart extends HttpServlet {
    @Inject
    private Settings settings;

    @Inject
    private Language language;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        var asked = Asked.by(request);
        response.addCookie(Cookies.of(Asked.COOKIE, asked.text(), Asked.KEPT));
        response.setStatus(HttpServletResponse.SC_FOUND);
        response.setHeader(
                "Location",
                settings.ways().card().orElseThrow() + request.getContextPath()
                        + CardPage.path(asked.browser().hash()) + "&lang=" + language.getTag());
    }
}
