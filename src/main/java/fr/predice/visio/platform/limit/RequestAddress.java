package fr.predice.visio.platform.limit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Where the request that is being answered comes from, for what is written far from it. */
@ApplicationScoped
public class RequestAddress {
    @Inject
    private HttpServletRequest request;

    /** As {@link ClientAddress} says it; nothing for the work of timers and sockets. */
    public Optional<String> now() {
        try {
            return Optional.of(ClientAddress.of(request));
        } catch (IllegalStateException | ContextNotActiveException noRequest) {
            return Optional.empty();
        }
    }
}
