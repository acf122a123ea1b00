package fr.predice.visio.signin.password;

import fr.predice.visio.platform.limit.ClientAddress;
import fr.predice.visio.platform.token.SecretToken;
import fr.predice.visio.signin.device.DeviceCookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * Where a password comes from.
 *
 * @param address the client's, as the limit counts it
 * @param device what the browser holds, if it does
 */
public record Caller(String address, Optional<SecretToken> device) {
    static Caller of(HttpServletRequest request) {
        return new Caller(ClientAddress.of(request), DeviceCookie.read(request));
    }
}
