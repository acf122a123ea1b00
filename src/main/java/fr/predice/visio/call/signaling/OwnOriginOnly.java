package fr.predice.visio.call.signaling;

import fr.predice.visio.platform.config.Settings;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.websocket.server.ServerEndpointConfig;

/** Refuses the handshake of another site's page (RFC 6455 §10.2): browsers send their cookies with it. */
public class OwnOriginOnly extends ServerEndpointConfig.Configurator {
    @Override
    public boolean checkOrigin(String origin) {
        return origin != null
                && CDI.current().select(Settings.class).get().allowedOrigins().contains(origin);
    }
}
