package fr.predice.visio.signin;

import fr.predice.visio.platform.limit.ClientAddress;
import fr.predice.visio.platform.web.Hours;
import fr.predice.visio.platform.web.Language;
import fr.predice.visio.platform.web.Notices;
import fr.predice.visio.signin.device.DeviceName;
import fr.predice.visio.signin.session.PersonalSessions;
import fr.predice.visio.signin.session.SeenSession;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;

/** Where the account is open, and was opened lately. Whoever does not know one of these closes it. */
@Named
@RequestScoped
public class SessionsPage {
    private static final String AGAIN = "/compte/connexions?faces-redirect=true";

    @Inject
    private PersonalSessions sessions;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Hours hours;

    @Inject
    private Language language;

    private SignedIn who;
    private List<Line> lines;

    /** One session as the page says it. */
    public record Line(
            UUID id, String device, String address, String openedAt, String seenAt, boolean open, boolean own) {
        public UUID getId() {
            return id;
        }

        public String getDevice() {
            return device;
        }

        public String getAddress() {
            return address;
        }

        public String getOpenedAt() {
            return openedAt;
        }

        public String getSeenAt() {
            return seenAt;
        }

        public boolean isOpen() {
            return open;
        }

        public boolean isOwn() {
            return own;
        }
    }

    @PostConstruct
    void look() {
        who = SignedIn.of(request).orElseThrow();
    }

    /** The one that the pressed button names; somebody else's is none to end. */
    public String end() {
        var ended = chosen() != null && sessions.end(who.account(), chosen(), ClientAddress.of(request));
        if (ended) {
            Notices.info("sessions.ended");
        } else {
            Notices.info("sessions.endedAlready");
        }
        return AGAIN;
    }

    private UUID chosen() {
        try {
            return UUID.fromString(request.getParameter("end"));
        } catch (IllegalArgumentException notOurs) {
            return null;
        }
    }

    public String endOthers() {
        sessions.endOthers(who.account(), who.session(), ClientAddress.of(request));
        Notices.info("sessions.othersEnded");
        return AGAIN;
    }

    public List<Line> getOpen() {
        return lines().stream().filter(Line::open).toList();
    }

    public List<Line> getRecent() {
        return lines();
    }

    public boolean isAlone() {
        return getOpen().stream().allMatch(Line::own);
    }

    private List<Line> lines() {
        if (lines == null) {
            lines = sessions.of(who.account()).stream().map(this::line).toList();
        }
        return lines;
    }

    private Line line(SeenSession seen) {
        return new Line(
                seen.id(),
                DeviceName.of(seen.browser(), seen.system(), language.getLocale()),
                seen.address(),
                hours.moment(seen.openedAt()),
                hours.moment(seen.seenAt()),
                seen.open(),
                seen.id().equals(who.session()));
    }
}
