package fr.predice.visio.messaging;

import fr.predice.visio.platform.phone.PhoneNumber;
import java.time.Instant;
import java.util.UUID;

/**
 * A message to be sent.
 *
 * @param about what it belongs to (an invitation, a sign-in): {@link DeliverySettled} carries it back
 * @param recipient an E.164 number or a mail address
 * @param subject of a mail; null for an SMS
 * @param expiresAt after which it is not sent any more: a late code or link helps nobody
 */
public record NewMessage(
        UUID about, Channel channel, String recipient, String subject, String text, Instant expiresAt) {

    public static NewMessage sms(UUID about, PhoneNumber to, String text, Instant expiresAt) {
        return new NewMessage(about, Channel.SMS, to.e164(), null, text, expiresAt);
    }

    public static NewMessage mail(UUID about, String to, String subject, String text, Instant expiresAt) {
        return new NewMessage(about, Channel.MAIL, to, subject, text, expiresAt);
    }

    @Override
    public String toString() {
        return "NewMessage[" + channel + " about " + about + "]";
    }
}
