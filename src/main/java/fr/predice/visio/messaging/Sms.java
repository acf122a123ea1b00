package fr.predice.visio.messaging;

import fr.predice.visio.platform.phone.PhoneNumber;
import java.time.Instant;

/** One text to one phone. {@code expiresAt}: later, the network need not bring it any more. */
public record Sms(PhoneNumber to, String text, Instant expiresAt) {
    @Override
    public String toString() {
        return "Sms";
    }
}
