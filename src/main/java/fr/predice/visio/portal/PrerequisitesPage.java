package fr.predice.visio.portal;

import fr.predice.visio.platform.config.Settings;
import fr.predice.visio.platform.prerequisite.Need;
import fr.predice.visio.platform.prerequisite.Product;
import fr.predice.visio.platform.prerequisite.Version;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The site's table of browsers and systems, for whoever wants to read it before signing in. */
@Named
@RequestScoped
public class PrerequisitesPage {
    @Inject
    private Settings settings;

    public List<Line> getBrowsers() {
        return lines(settings.prerequisites().browsers());
    }

    public List<Line> getSystems() {
        return lines(settings.prerequisites().systems());
    }

    private static List<Line> lines(Map<? extends Product, Need> needs) {
        return needs.entrySet().stream()
                .map(need -> new Line(
                        need.getKey().label(),
                        text(need.getValue().minimum()),
                        text(need.getValue().recommended())))
                .sorted(Comparator.comparing(Line::isRefused).thenComparing(Line::getLabel))
                .toList();
    }

    private static String text(Optional<Version> version) {
        return version.map(Version::toString).orElse("");
    }

    /** @param minimum empty where the product is refused */
    public record Line(String label, String minimum, String recommended) {
        public boolean isRefused() {
            return minimum.isEmpty();
        }

        public String getLabel() {
            return label;
        }

        public String getMinimum() {
            return minimum;
        }

        public String getRecommended() {
            return recommended;
        }
    }
}
