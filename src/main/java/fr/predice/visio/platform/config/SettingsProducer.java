package fr.predice.visio.platform.config;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.TreeSet;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

@Dependent
class SettingsProducer {
    private static final System.Logger LOG = System.getLogger(SettingsProducer.class.getName());

    /**
     * Reads the environment through MicroProfile Config, so a site may also use its other sources. All that is wrong is
     * in the log, a line each, before the start stops.
     */
    @Produces
    @Singleton
    Settings settings() {
        var config = ConfigProvider.getConfig();
        var names = new TreeSet<>(System.getenv().keySet());
        config.getPropertyNames().forEach(names::add);
        SettingsTable.ours().unknown(names).forEach(line -> LOG.log(System.Logger.Level.WARNING, line));
        var refused = new Refusals(name -> value(config, name)).all();
        refused.forEach(line -> LOG.log(System.Logger.Level.ERROR, "The service does not start: " + line));
        if (!refused.isEmpty()) {
            throw new IllegalStateException(String.join(System.lineSeparator(), refused));
        }
        return new SettingsReader(name -> value(config, name)).read();
    }

    private static Optional<String> value(Config config, String name) {
        return config.getOptionalValue(name, String.class);
    }
}
