package fr.predice.visio.admin;

import fr.predice.visio.audit.AuditAction;
import fr.predice.visio.audit.AuditFault;
import fr.predice.visio.audit.AuditTrail;
import fr.predice.visio.audit.AuditVerdict;
import fr.predice.visio.audit.AuditVerification;
import fr.predice.visio.audit.TrailUnreadable;
import fr.predice.visio.platform.limit.ClientAddress;
import fr.predice.visio.platform.web.Hours;
import fr.predice.visio.platform.web.Language;
import fr.predice.visio.platform.web.Notices;
import fr.predice.visio.platform.web.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.security.enterprise.SecurityContext;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;

/** Whether the trail is as it was written. The verdict is the answer to the form itself: nobody keeps it. */
@Named
@RequestScoped
public class JournalCheckPage {
    private static final System.Logger LOG = System.getLogger(JournalCheckPage.class.getName());

    @Inject
    private AuditVerification verification;

    @Inject
    private AuditTrail audit;

    @Inject
    private SecurityContext security;

    @Inject
    private Language language;

    @Inject
    private Hours hours;

    @Inject
    private HttpServletRequest request;

    private AuditVerdict verdict;

    public void verify() {
        try {
            verdict = verification.verify();
            audit.record(
                    AuditAction.TRAIL_VERIFIED,
                    security.getCallerPrincipal().getName(),
                    verdict.sound() ? "SOUND" : "FAULTY",
                    ClientAddress.of(request));
        } catch (TrailUnreadable failure) {
            LOG.log(System.Logger.Level.ERROR, "The trail was not verified", failure);
            Notices.error("journal.check.failed");
        }
    }

    public boolean isDone() {
        return verdict != null;
    }

    public boolean isSound() {
        return verdict.sound();
    }

    public boolean isUnsealed() {
        return verdict.seals() == 0;
    }

    public List<String> getFaults() {
        return verdict.faults().stream().map(this::said).toList();
    }

    private String said(AuditFault fault) {
        return text("journal.fault." + fault.kind(), Long.toString(fault.seal()), fault.numbers(), moment(fault.at()));
    }

    /** How many faults are not told, since there are too many; 0 if all are. */
    public int getUntold() {
        return verdict.faultCount() - verdict.faults().size();
    }

    public String getState() {
        return text(
                "journal.check.state",
                verdict.seals(),
                verdict.sealedAt().map(this::moment).orElse(""),
                verdict.events(),
                verdict.waiting());
    }

    private String moment(Instant at) {
        return text("journal.moment", hours.day(at), hours.of(at));
    }

    private String text(String key, Object... arguments) {
        return Texts.get(language.getLocale(), key, arguments);
    }
}
