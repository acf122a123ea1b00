package fr.predice.visio.platform.config;

import java.util.Optional;

/** The variables about what the law wants said. */
final class LegalReader {
    private static final int WHOLE = 100;

    private final Variables variables;

    LegalReader(Variables variables) {
        this.variables = variables;
    }

    Settings.Legal read() {
        return new Settings.Legal(
                variables.line("VISIO_PUBLISHER"),
                variables.line("VISIO_PUBLISHER_ADDRESS"),
                variables.line("VISIO_PUBLISHER_CONTACT"),
                variables.line("VISIO_PUBLICATION_DIRECTOR"),
                variables.line("VISIO_HOST"),
                variables.line("VISIO_DATA_CONTROLLER").or(() -> variables.line("VISIO_PUBLISHER")),
                variables.line("VISIO_DATA_PROTECTION_CONTACT"),
                variables.line("VISIO_ACCESSIBILITY_CONTACT"),
                variables.line("VISIO_ACCESSIBILITY_AUDIT"),
                rate());
    }

    /** A rate that nobody measured is none. */
    private Optional<Integer> rate() {
        var name = "VISIO_ACCESSIBILITY_RATE";
        var rate = variables.find(name);
        if (rate.filter(value -> !value.matches("\\d{1,3}") || Integer.parseInt(value) > WHOLE)
                .isPresent()) {
            throw new SettingRefused(name, "wants a percentage without its sign, 0 to 100");
        }
        if (rate.isPresent() && variables.line("VISIO_ACCESSIBILITY_AUDIT").isEmpty()) {
            throw new SettingRefused(name, "needs VISIO_ACCESSIBILITY_AUDIT: who measured it, and when");
        }
        return rate.map(Integer::valueOf);
    }
}
