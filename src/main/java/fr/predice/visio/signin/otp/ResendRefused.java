package fr.predice.visio.signin.otp;

import jakarta.ejb.ApplicationException;
import java.time.Duration;

/** No code is sent now: too soon, or (with no wait to speak of) never again in this sign-in. */
@ApplicationException(rollback = true)
public class ResendRefused extends RuntimeException {
    private final Duration wait;

    ResendRefused(Duration wait) {
        this.wait = wait;
    }

    public Duration after() {
        return wait;
    }
}
