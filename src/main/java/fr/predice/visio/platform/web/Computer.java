package fr.predice.visio.platform.web;

import fr.predice.visio.platform.config.Settings;
import fr.predice.visio.platform.prerequisite.Fitness;
import fr.predice.visio.platform.prerequisite.Need;
import fr.predice.visio.platform.prerequisite.Prerequisites;
import fr.predice.visio.platform.prerequisite.Product;
import fr.predice.visio.platform.prerequisite.Refusal;
import fr.predice.visio.platform.prerequisite.UserAgent;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;

/** What this request's browser says it runs on, beside the site's prerequisites. */
@Named
@RequestScoped
public class Computer {
    @Inject
    private Settings settings;

    @Inject
    private HttpServletRequest request;

    private Prerequisites prerequisites;
    private UserAgent agent;

    @PostConstruct
    void look() {
        prerequisites = settings.prerequisites();
        agent = UserAgent.of(request.getHeader("User-Agent"));
    }

    /** Whether an organizer may work here, as far as the server can tell: the page knows more, see {@code gate.js}. */
    public boolean isAdmitted() {
        return prerequisites.refusal(agent).isEmpty();
    }

    /** The word that the page's texts have for it; empty for none. */
    public String getRefusal() {
        return prerequisites.refusal(agent).map(Refusal::name).orElse("");
    }

    public boolean isForComputersOnly() {
        return !prerequisites.handheldOrganizers();
    }

    public boolean isHandheld() {
        return agent.handheld();
    }

    public Fitness getBrowserFitness() {
        return prerequisites.browser(agent);
    }

    public Fitness getSystemFitness() {
        return prerequisites.system(agent);
    }

    /** Whether the table names both, so that nothing is left for the test to tell. */
    public boolean isListed() {
        return getBrowserFitness() != Fitness.UNLISTED && getSystemFitness() != Fitness.UNLISTED;
    }

    /** Whoever comes by a link is told too where the browser cannot do: the same floor holds for both sides. */
    public boolean isBrowserAdmitted() {
        return getBrowserFitness().admitted();
    }

    /** Its name and version; empty where it names itself no way that we know. */
    public String getBrowser() {
        return named(agent.browser());
    }

    public String getSystem() {
        return named(agent.system());
    }

    /** The oldest admitted, with its name; empty where none is. */
    public String getBrowserWanted() {
        return wanted(prerequisites.browsers(), agent.browser());
    }

    public String getSystemWanted() {
        return wanted(prerequisites.systems(), agent.system());
    }

    private static <P extends Product> String named(Optional<UserAgent.Found<P>> found) {
        return found.map(one -> one.version().major() == 0
                        ? one.product().label()
                        : one.product().label() + " " + one.version())
                .orElse("");
    }

    private static <P extends Product> String wanted(Map<P, Need> needs, Optional<UserAgent.Found<P>> found) {
        return found.flatMap(one -> Optional.ofNullable(needs.get(one.product()))
                        .flatMap(Need::minimum)
                        .map(minimum -> one.product().label() + " " + minimum))
                .orElse("");
    }
}
