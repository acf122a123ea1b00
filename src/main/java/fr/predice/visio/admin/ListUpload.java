package fr.predice.visio.admin;

import fr.predice.visio.account.enrolment.Enrolments;
import fr.predice.visio.account.enrolment.ListRefused;
import fr.predice.visio.platform.web.OwnPath;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/**
 * Takes the file of a list, and shows what is in it. By itself, so that no other page takes files; for the roles that
 * its address is open to (web.xml).
 */
@WebServlet("/admin/import/liste")
@MultipartConfig(maxRequestSize = 131_072)
public class ListUpload extends HttpServlet {
    private static final String PAGE = "/admin/import";

    @Inject
    private transient Enrolments enrolments;

    @Inject
    private transient CurrentOfficer current;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        var part = request.getPart("liste");
        try (var file = part == null ? InputStream.nullInputStream() : part.getInputStream()) {
            var id = enrolments.check(file.readAllBytes(), current.officer());
            OwnPath.redirect(request, response, PAGE + "?id=" + id);
        } catch (ListRefused refused) {
            var reason = refused.reason().name().toLowerCase(Locale.ROOT);
            var missing = String.join(",", refused.missing());
            OwnPath.redirect(
                    request, response, PAGE + "?refus=" + reason + (missing.isEmpty() ? "" : "&colonnes=" + missing));
        }
    }

    /** An address typed, or kept by the browser. */
    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        OwnPath.redirect(request, response, PAGE);
    }
}
