package fr.predice.visio.admin;

import fr.predice.visio.account.registration.Registration;
import fr.predice.visio.account.registration.RegistrationReview;
import fr.predice.visio.account.registration.RegistrationState;
import fr.predice.visio.platform.web.Hours;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Requests for an account, in one state at a time. */
@Named
@RequestScoped
public class RequestsPage {
    @Inject
    private RegistrationReview review;

    @Inject
    private Hours hours;

    @Inject
    private HttpServletRequest request;

    private RegistrationState state;
    private long total;
    private int page;
    private List<Line> lines;

    @PostConstruct
    void read() {
        state = getStates().stream()
                .filter(known -> known.equals(request.getParameter("etat")))
                .map(known -> RegistrationState.valueOf(known.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElse(RegistrationState.WAITING);
        total = review.count(state);
        page = page(request.getParameter("page"));
        lines = review.in(state, page).stream().map(this::line).toList();
    }

    /** As the address counts them, from 1; the first if there is no such page. */
    private int page(String asked) {
        var known = asked != null && asked.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(asked) - 1 : 0;
        return (long) known * RegistrationReview.PAGE < total ? known : 0;
    }

    private Line line(Registration asked) {
        var who = asked.applicant();
        return new Line(
                asked.id().toString(),
                who.displayName(),
                who.profession(),
                who.workplace().name() + ", " + who.workplace().town(),
                hours.day(asked.decidedAt().orElse(asked.createdAt())));
    }

    /** Those that can be asked for, as the address names them: "waiting", "accepted", "refused". */
    public List<String> getStates() {
        return Arrays.stream(RegistrationState.values())
                .filter(known -> known != RegistrationState.UNPROVEN)
                .map(known -> known.name().toLowerCase(Locale.ROOT))
                .toList();
    }

    public String getState() {
        return state.name().toLowerCase(Locale.ROOT);
    }

    public int getPage() {
        return page + 1;
    }

    public long getTotal() {
        return total;
    }

    public boolean isMore() {
        return total > (page + 1L) * RegistrationReview.PAGE;
    }

    public List<Line> getLines() {
        return lines;
    }

    /** One request: who, as what, where, and on which day it was made or decided about. */
    public record Line(String id, String name, String profession, String place, String day) {
        public String getId() {
            return id;
        }

        public String getName() {
            return name;
        }

        public String getProfession() {
            return profession;
        }

        public String getPlace() {
            return place;
        }

        public String getDay() {
            return day;
        }
    }
}
