package fr.predice.visio.portal;

import fr.predice.visio.platform.web.OwnPath;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** The address of the organizers' pages without a page: leads to the services. */
@WebServlet({"/pro", "/pro/"})
public class ServicesHome extends HttpServlet {
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) {
        OwnPath.redirect(request, response, "/pro/services");
    }
}
