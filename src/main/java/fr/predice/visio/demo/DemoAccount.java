package fr.predice.visio.demo;

import fr.predice.visio.account.Accounts;
import fr.predice.visio.account.NewAccount;
import fr.predice.visio.account.Role;
import fr.predice.visio.account.password.PasswordHashing;
import fr.predice.visio.platform.config.Settings;
import fr.predice.visio.platform.phone.PhoneNumber;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The demo's people, one who invites and one who administers, made at its first start. */
@Singleton
@Startup
@DependsOn("Migration")
public class DemoAccount {
    private static final String PASSWORD = "Demo-visio-2026";
    private static final List<NewAccount> PEOPLE = List.of(
            person("organisateur", "Camille Martin", "+33612345678", Role.ORGANIZER),
            person("administrateur", "Dominique Leroy", "+33612345679", Role.ADMIN));

    @Inject
    private Settings settings;

    @Inject
    private Accounts accounts;

    @Inject
    private PasswordHashing hashing;

    @PostConstruct
    void open() {
        if (settings.demo()) {
            PEOPLE.stream()
                    .filter(person -> !accounts.knows(person.identifier()))
                    .forEach(person -> accounts.open(person, hashing.hash(PASSWORD)));
        }
    }

    private static NewAccount person(String identifier, String name, String mobile, Role role) {
        var mail = identifier + "@example.org";
        return new NewAccount(identifier, name, new PhoneNumber(mobile), mail, role, Locale.FRENCH, Optional.empty());
    }
}
