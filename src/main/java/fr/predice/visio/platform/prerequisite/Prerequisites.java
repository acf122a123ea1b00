package fr.predice.visio.platform.prerequisite;

import java.util.Map;
import java.util.Optional;

/**
 * The table, in the order of the site's file.
 *
 * @param handheldOrganizers whether organizers may use a phone or a tablet
 */
public record Prerequisites(
        Map<Browser, Need> browsers, Map<OperatingSystem, Need> systems, boolean handheldOrganizers) {
    public Fitness browser(UserAgent agent) {
        return judge(browsers, agent.browser());
    }

    public Fitness system(UserAgent agent) {
        return judge(systems, agent.system());
    }

    /** What stands in the way of an organizer, as far as a browser's word tells. */
    public Optional<Refusal> refusal(UserAgent agent) {
        if (agent.handheld() && !handheldOrganizers) {
            return Optional.of(Refusal.HANDHELD);
        }
        if (!system(agent).admitted()) {
            return Optional.of(Refusal.SYSTEM_TOO_OLD);
        }
        return switch (browser(agent)) {
            case TOO_OLD -> Optional.of(Refusal.BROWSER_TOO_OLD);
            case REFUSED -> Optional.of(Refusal.BROWSER_REFUSED);
            default -> Optional.empty();
        };
    }

    private static <P extends Product> Fitness judge(Map<P, Need> needs, Optional<UserAgent.Found<P>> found) {
        return found.filter(one -> needs.containsKey(one.product()))
                .map(one -> needs.get(one.product()).judge(one.version()))
                .orElse(Fitness.UNLISTED);
    }
}
