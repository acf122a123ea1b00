package fr.predice.visio.call.turn;

import java.time.Duration;
import java.util.OptionalLong;

/**
 * What one TURN address answered to this server.
 *
 * @param address as {@code VISIO_TURN_URLS} has it
 * @param time from the first packet to the relay granted, or to the failure
 * @param certificateDays whole days that the certificate is still good for; only where TLS was spoken
 * @param detail why, in technical English, for whoever runs the server; empty where a relay was granted. It holds no
 *     secret
 */
public record TurnAnswer(String address, Outcome outcome, Duration time, OptionalLong certificateDays, String detail) {
    public enum Outcome {
        /** It gave a relay to our credentials, and took it back. */
        RELAYS,
        /** It is there, and knows another secret than ours, or another hour. */
        CREDENTIALS_REFUSED,
        /** It is there and knows us, and has no relay left (quota, ports). */
        FULL,
        /** Its certificate has another name, is over, or comes from nobody whom this server's Java trusts. */
        CERTIFICATE_REFUSED,
        /** Nobody answered, or the name is unknown, or the port is closed. */
        UNREACHABLE,
        /** Something answers that is no TURN server of ours: it gives relays to anybody, or none at all. */
        STRANGE
    }

    public boolean relays() {
        return outcome == Outcome.RELAYS;
    }
}
