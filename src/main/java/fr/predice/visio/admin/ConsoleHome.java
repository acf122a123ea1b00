package fr.predice.visio.admin;

import fr.predice.visio.platform.web.OwnPath;
import fr.predice.visio.signin.Door;
import fr.predice.visio.signin.SignedIn;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The console's address without a page: leads to the first one that is open to whoever is signed in. */
@WebServlet({"/admin", "/admin/"})
public class ConsoleHome extends HttpServlet {
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        OwnPath.redirect(
                request,
                response,
                SignedIn.of(request).map(SignedIn::role).map(Door::home).orElse(Door.ADMINISTRATION.page()));
    }
}
