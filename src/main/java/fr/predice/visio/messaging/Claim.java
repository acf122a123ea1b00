package fr.predice.visio.messaging;

import fr.predice.visio.platform.cipher.RowCipher;
import fr.predice.visio.platform.phone.PhoneNumber;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/**
 * A message taken for one attempt, still sealed.
 *
 * @param attempt the how manieth; it tells this claim from a later one
 * @param leaseUntil after which nobody waits for this attempt any more
 */
record Claim(
        UUID message,
        int attempt,
        Instant leaseUntil,
        Channel channel,
        byte[] recipient,
        String subject,
        byte[] content,
        Locale language,
        Instant expiresAt) {
    /** @throws IllegalStateException if it was sealed under another key */
    Sms sms(RowCipher cipher) {
        return new Sms(new PhoneNumber(recipient(cipher)), content(cipher), expiresAt);
    }

    /** @throws IllegalStateException if it was sealed under another key */
    Mail mail(RowCipher cipher) {
        return new Mail(recipient(cipher), subject, content(cipher), language);
    }

    private String recipient(RowCipher cipher) {
        return cipher.open(message, "recipient", recipient);
    }

    private String content(RowCipher cipher) {
        return cipher.open(message, "content", content);
    }

    @Override
    public String toString() {
        return "Claim[" + message + "]";
    }
}
