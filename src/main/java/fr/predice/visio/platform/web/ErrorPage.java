package fr.predice.visio.platform.web;

import fr.predice.visio.platform.persistence.Outage;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** A short reference that the person can read to support, and that support finds in the log. */
@Named
@RequestScoped
public class ErrorPage {
    private static final System.Logger LOG = System.getLogger(ErrorPage.class.getName());

    @Inject
    private HttpServletRequest request;

    private boolean outage;

    @PostConstruct
    void log() {
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        var path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        var cause = (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        outage = Outage.isCauseOf(cause);
        if (outage) {
            // A trace for each visitor would fill the disk while the database is away.
            LOG.log(System.Logger.Level.WARNING, "Reference {0}: no database for {1}", getReference(), path);
        } else {
            LOG.log(System.Logger.Level.WARNING, "Reference " + getReference() + ": " + status + " at " + path, cause);
        }
    }

    public String getReference() {
        return RequestReference.of(request);
    }

    /** "500", or "503" where it is the database's absence, and worth another try: then the answer says so, too. */
    public String getFailure() {
        if (!outage) {
            return "500";
        }
        var answer = (HttpServletResponse)
                FacesContext.getCurrentInstance().getExternalContext().getResponse();
        if (!answer.isCommitted()) {
            answer.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            answer.setHeader("Retry-After", String.valueOf(Outage.RETRY_AFTER));
        }
        return "503";
    }
}
