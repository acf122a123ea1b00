package fr.predice.visio.messaging;

import java.util.UUID;

/** A message taken for one attempt, in clear for as long as that takes. */
record Claim(UUID message, UUID about, Channel channel, String recipient, String subject, String text) {
    @Override
    public String toString() {
        return "Claim[" + message + "]";
    }
}
