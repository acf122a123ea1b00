package fr.predice.visio.platform.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Period;

/** The variables about accounts, who administers them, and the trail of what was done. */
final class AccountsReader {
    private static final int DAYS_A_MONTH = 30;
    private static final int SHORTEST_TRAIL = 6 * DAYS_A_MONTH;

    private final Variables variables;

    AccountsReader(Variables variables) {
        this.variables = variables;
    }

    Settings.Terms terms() {
        var name = "VISIO_TERMS_FILE";
        var text = variables.find(name).map(Path::of);
        if (text.isPresent() && !Files.isReadable(text.get())) {
            throw new SettingRefused(name, "wants a text file (UTF-8) that the server can read");
        }
        return new Settings.Terms(variables.name("VISIO_TERMS_VERSION", "1"), text);
    }

    Settings.Administration administration() {
        var networks = variables.list("VISIO_ADMIN_NETWORKS").stream()
                .map(text -> AddressRange.read(text)
                        .orElseThrow(() -> new SettingRefused(
                                "VISIO_ADMIN_NETWORKS", "wants networks like 10.20.0.0/16, separated by commas")))
                .toList();
        var directory = "VISIO_DIRECTORY_URL";
        return new Settings.Administration(
                networks, Variables.web(directory, variables.text(directory, "https://annuaire.esante.gouv.fr")));
    }

    /** The database keeps six months whatever is asked, counting as here: thirty days a month. */
    Settings.Trail trail() {
        var name = "VISIO_AUDIT_KEPT";
        var kept = variables.period(name, Period.ofMonths(12));
        if (kept.toTotalMonths() * DAYS_A_MONTH + kept.getDays() < SHORTEST_TRAIL) {
            throw new SettingRefused(name, "must be six months at least");
        }
        return new Settings.Trail(kept);
    }
}
