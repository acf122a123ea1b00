package fr.predice.visio.signin.cps.trust;

import fr.predice.visio.platform.config.Settings;
import fr.predice.visio.platform.watch.Check;
import fr.predice.visio.platform.watch.Finding;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Whether cards can be read; asks nobody. It is only told: the other ways in stay open. */
@ApplicationScoped
public class CardsCheck implements Check {
    @Inject
    private Settings settings;

    @Inject
    private CardTrust trust;

    @Override
    public String name() {
        return "cards";
    }

    @Override
    public Finding look() {
        return settings.ways().card().isPresent() ? trust.state() : Finding.off();
    }
}
