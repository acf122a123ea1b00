package fr.predice.visio.portal.legal;

import fr.predice.visio.platform.config.Settings;
import fr.predice.visio.platform.web.Language;
import fr.predice.visio.platform.web.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import java.util.stream.Stream;

/** The site's own names in the legal pages; each that is missing shows the variable that wants it. */
@Named
@RequestScoped
public class LegalPage {
    private static final int WHOLE = 100;
    private static final int HALF = 50;

    @Inject
    private Settings settings;

    @Inject
    private Language language;

    public String getPublisher() {
        return named(settings.legal().publisher(), "VISIO_PUBLISHER");
    }

    public String getPublisherAddress() {
        return named(settings.legal().publisherAddress(), "VISIO_PUBLISHER_ADDRESS");
    }

    public String getPublisherContact() {
        return named(settings.legal().publisherContact(), "VISIO_PUBLISHER_CONTACT");
    }

    public String getDirector() {
        return named(settings.legal().director(), "VISIO_PUBLICATION_DIRECTOR");
    }

    public String getHost() {
        return named(settings.legal().host(), "VISIO_HOST");
    }

    public String getController() {
        return named(settings.legal().controller(), "VISIO_DATA_CONTROLLER");
    }

    public String getDataProtection() {
        return named(settings.legal().dataProtection(), "VISIO_DATA_PROTECTION_CONTACT");
    }

    public String getAccessibility() {
        return named(settings.legal().accessibility(), "VISIO_ACCESSIBILITY_CONTACT");
    }

    /** Null where there was none. */
    public String getAudit() {
        return settings.legal().audit().orElse(null);
    }

    /** Null where no audit measured it. */
    public Integer getRate() {
        return settings.legal().auditedRate().orElse(null);
    }

    /**
     * The end of a text's key. Decree 2019-768 has three words: total, partial (half of the criteria at least), and
     * none, which is also what stands without an audit.
     */
    public String getConformity() {
        var rate = settings.legal().auditedRate().orElse(0);
        if (rate == WHOLE) {
            return "total";
        }
        return rate >= HALF ? "partial" : "none";
    }

    public boolean isOvh() {
        return settings.messaging().ovh().isPresent();
    }

    public boolean isNoticeTemplate() {
        var legal = settings.legal();
        return lacks(
                legal.publisher(), legal.publisherAddress(), legal.publisherContact(), legal.director(), legal.host());
    }

    public boolean isDataTemplate() {
        return lacks(settings.legal().controller(), settings.legal().dataProtection());
    }

    public boolean isAccessibilityTemplate() {
        return lacks(settings.legal().publisher(), settings.legal().accessibility());
    }

    private String named(Optional<String> fact, String variable) {
        return fact.orElseGet(() -> Texts.get(language.getLocale(), "legal.missing", variable));
    }

    private static boolean lacks(Optional<?>... facts) {
        return Stream.of(facts).anyMatch(Optional::isEmpty);
    }
}
