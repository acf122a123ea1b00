package fr.predice.visio.messaging.mail;

import fr.predice.visio.messaging.Mail;
import fr.predice.visio.platform.config.Settings;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.UUID;

/** A mail as it travels: text and HTML of the same words, from the service, answered by nobody's machine. */
final class MailComposer {
    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final Settings settings;
    private final Clock clock;

    MailComposer(Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** @throws MessagingException if the address or the subject is none: nothing is sent then */
    MimeMessage compose(Mail mail, Session session) throws MessagingException {
        if (mail.subject().matches("(?s).*[\r\n].*")) {
            throw new MessagingException("a subject of several lines");
        }
        var from = settings.messaging().mailFrom().orElseThrow();
        var message = new OwnId(session, from.substring(from.indexOf('@')));
        message.setFrom(sender(from));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(mail.to(), true));
        message.setSubject(mail.subject(), UTF_8);
        message.setSentDate(Date.from(clock.instant()));
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("Content-Language", mail.language().toLanguageTag());
        message.setContent(new MimeMultipart("alternative", text(mail), html(mail)));
        message.saveChanges();
        return message;
    }

    private InternetAddress sender(String from) throws MessagingException {
        try {
            return new InternetAddress(from, settings.branding().service(), UTF_8);
        } catch (UnsupportedEncodingException never) {
            throw new MessagingException("UTF-8", never);
        }
    }

    private static MimeBodyPart text(Mail mail) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(mail.text(), UTF_8);
        return part;
    }

    private MimeBodyPart html(Mail mail) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(HtmlMail.of(mail, settings), UTF_8, "html");
        return part;
    }

    /** Its number names the service's domain, and not this machine. */
    private static final class OwnId extends MimeMessage {
        private final String domain;

        private OwnId(Session session, String domain) {
            super(session);
            this.domain = domain;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<" + UUID.randomUUID() + domain + ">");
        }
    }
}
