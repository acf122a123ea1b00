package fr.predice.visio.support;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A mail that {@link SmtpStandIn} took, and whether whoever brought it spoke TLS and had signed in. */
public record TakenMail(MimeMessage message, boolean encrypted, boolean signedIn) {
    public boolean isTo(String address) {
        try {
            return address.equals(message.getHeader("To", ","));
        } catch (MessagingException broken) {
            throw new IllegalStateException(broken);
        }
    }

    public String subject() {
        try {
            return message.getSubject();
        } catch (MessagingException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** Its lines end in {@code \n}. */
    public String text() {
        return part(0);
    }

    /** Its lines end in {@code \n}. */
    public String html() {
        return part(1);
    }

    private String part(int place) {
        try {
            var parts = (MimeMultipart) message.getContent();
            return parts.getBodyPart(place).getContent().toString().replace("\r\n", "\n");
        } catch (MessagingException broken) {
            throw new IllegalStateException(broken);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
