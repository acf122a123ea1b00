package fr.predice.visio.demo;

import fr.predice.visio.account.Accounts;
import fr.predice.visio.account.NewAccount;
import fr.predice.visio.platform.config.Settings;
import fr.predice.visio.platform.phone.PhoneNumber;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;

/** The demo's one organizer, made at its first start. */
@Singleton
@Startup
@DependsOn("Migration")
public class DemoAccount {
    private static final NewAccount ORGANIZER = new NewAccount(
            "organisateur", "Camille Martin", new PhoneNumber("+33612345678"), "organisateur@example.org");
    private static final String PASSWORD = "Demo-visio-2026";

    @Inject
    private Settings settings;

    @Inject
    private Accounts accounts;

    @PostConstruct
    void open() {
        if (settings.demo() && !accounts.knows(ORGANIZER.identifier())) {
            accounts.open(ORGANIZER, PASSWORD);
        }
    }
}
