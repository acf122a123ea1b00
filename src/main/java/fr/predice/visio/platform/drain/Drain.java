package fr.predice.visio.platform.drain;

import fr.predice.visio.platform.config.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;

/**
 * Whether this node is about to stop: it is while the file of {@code VISIO_DRAIN_FILE} exists. Whoever stops the server
 * makes that file and waits until no room is open here.
 */
@ApplicationScoped
public class Drain {
    private static final System.Logger LOG = System.getLogger(Drain.class.getName());

    @Inject
    private Settings settings;

    /** A file that a stop left behind is no word about this start. */
    void onStart(@Observes @Initialized(ApplicationScoped.class) Object application) {
        settings.drainFile().ifPresent(file -> {
            try {
                Files.deleteIfExists(file);
            } catch (IOException kept) {
                LOG.log(
                        System.Logger.Level.WARNING,
                        "This node begins no call: the file of VISIO_DRAIN_FILE cannot be deleted ({0})",
                        kept.getClass().getSimpleName());
            }
        });
    }

    public boolean underWay() {
        return settings.drainFile().filter(Files::exists).isPresent();
    }

    /** @throws NodeStops if this node is about to stop */
    public void refuseNew() {
        if (underWay()) {
            throw new NodeStops();
        }
    }
}
