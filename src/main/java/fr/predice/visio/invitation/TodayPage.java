package fr.predice.visio.invitation;

import fr.predice.visio.platform.web.Hours;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Set;

/** The list of the day's invitations. */
@Named
@RequestScoped
public class TodayPage {
    /** What is shown of a message that a node is just sending is that it is on its way. */
    private static final String ON_ITS_WAY = "waiting";

    private static final Set<String> NEWS_MAY_COME = Set.of(ON_ITS_WAY, "sent");

    @Inject
    private TodaysInvitations invitations;

    @Inject
    private CurrentOrganizer current;

    @Inject
    private Hours hours;

    private List<Line> lines;

    @PostConstruct
    void read() {
        lines = invitations.of(current.account()).stream().map(this::line).toList();
    }

    private Line line(TodaysInvitations.Today today) {
        var sms = today.sms();
        return new Line(
                today.id().toString(),
                today.number(),
                hours.of(today.invitedAt()),
                today.life(),
                sms.map(InvitationDelivered::state)
                        .map(state -> state.equals("claimed") ? ON_ITS_WAY : state)
                        .orElse(""),
                sms.map(InvitationDelivered::since).map(hours::of).orElse(""));
    }

    public List<Line> getLines() {
        return lines;
    }

    /** Whether it is worth asking again. */
    public boolean isNewsMayCome() {
        return lines.stream().anyMatch(line -> line.isOpen() && NEWS_MAY_COME.contains(line.getSms()));
    }

    /** As the page says it: {@code sms} is "waiting", "sent"…, see {@link InvitationDelivered}, or empty. */
    public record Line(String id, String number, String invitedAt, String life, String sms, String smsAt) {
        public String getId() {
            return id;
        }

        public String getNumber() {
            return number;
        }

        public String getInvitedAt() {
            return invitedAt;
        }

        public String getLife() {
            return life;
        }

        public String getSms() {
            return sms;
        }

        public String getSmsAt() {
            return smsAt;
        }

        /** Its room may be entered. */
        public boolean isOpen() {
            return life.equals("open") || life.equals("expired");
        }

        /** The SMS could be sent again. */
        public boolean isReachable() {
            return isOpen() && !number.isEmpty();
        }
    }
}
