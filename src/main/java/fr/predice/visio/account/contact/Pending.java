package fr.predice.visio.account.contact;

import java.time.Instant;

/**
 * What waits for its proof.
 *
 * @param value as it is stored: E.164, or an address
 */
public record Pending(String value, Instant validUntil) {
    @Override
    public String toString() {
        return "Pending";
    }
}
