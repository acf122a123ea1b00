package fr.predice.visio.platform.config;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

@Dependent
class SettingsProducer {
    /** Reads the environment through MicroProfile Config, so a site may also use its other sources. */
    @Produces
    @Singleton
    Settings settings() {
        var config = ConfigProvider.getConfig();
        return new SettingsReader(name -> value(config, name)).read();
    }

    private static Optional<String> value(Config config, String name) {
        return config.getOptionalValue(name, String.class);
    }
}
