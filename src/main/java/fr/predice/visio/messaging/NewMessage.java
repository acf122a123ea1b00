package fr.predice.visio.messaging;

import fr.predice.visio.platform.phone.PhoneNumber;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/**
 * A message to be sent.
 *
 * @param about what it belongs to (an invitation, a sign-in): {@link DeliveryState} carries it back
 * @param recipient an E.164 number or a mail address
 * @param subject of a mail; null for an SMS
 * @param language of a mail
 * @param expiresAt after which it is not sent any more: a late code or link helps nobody
 */
public record NewMessage(
        UUID about,
        Channel channel,
        String recipient,
        String subject,
        String text,
        Locale language,
        Instant expiresAt) {

    public static NewMessage sms(UUID about, PhoneNumber to, String text, Instant expiresAt) {
        return new NewMessage(about, Channel.SMS, to.e164(), null, text, Locale.FRENCH, expiresAt);
    }

    public static NewMessage mail(UUID about, Mail mail, Instant expiresAt) {
        return new NewMessage(about, Channel.MAIL, mail.to(), mail.subject(), mail.text(), mail.language(), expiresAt);
    }

    @Override
    public String toString() {
        return "NewMessage[" + channel + " about " + about + "]";
    }
}
