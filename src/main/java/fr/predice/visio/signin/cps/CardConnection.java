package fr.predice.visio.signin.cps;

import fr.predice.visio.account.Account;
import fr.predice.visio.platform.config.Settings;
import fr.predice.visio.platform.token.TokenHash;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** « Connexion », once the card was read: the card is read again, and its holder sent to the portal with a ticket. */
@WebServlet("/carte/connexion")
public class CardConnection extends HttpServlet {
    @Inject
    private CardReader reader;

    @Inject
    private CardTickets tickets;

    @Inject
    private Settings settings;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) {
        var link = CardPage.link(request);
        var admitted = link.flatMap(browser -> reader.read().admitted());
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader(
                "Location",
                admitted.map(account -> arrival(account, link.get()))
                        .orElseGet(() -> request.getContextPath() + CardPage.path(link)));
    }

    /** After the #: what follows is sent to no server, and stands in no log. */
    private String arrival(Account account, TokenHash browser) {
        return settings.publicAddress() + "/carte/retour#"
                + tickets.issue(account, browser).text();
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", request.getContextPath() + CardPage.path(CardPage.link(request)));
    }
}
