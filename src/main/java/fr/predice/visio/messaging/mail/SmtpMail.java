package fr.predice.visio.messaging.mail;

import fr.predice.visio.messaging.Mail;
import fr.predice.visio.messaging.MailGateway;
import fr.predice.visio.messaging.Outcome;
import fr.predice.visio.platform.config.Settings;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.NoSuchProviderException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;

/**
 * Mail through the server's own mail session. Whatever that session says, production sends nothing without TLS and
 * checks the name in the certificate.
 */
@ApplicationScoped
public class SmtpMail implements MailGateway {
    private static final Pattern REPLY = Pattern.compile("^([45])[0-9]{2}\\b");
    private static final String CONNECT_MILLIS = "5000";
    private static final String TALK_MILLIS = "10000";

    @Resource(name = "mail/visio")
    private Session server;

    private Settings settings;
    private Clock clock;

    protected SmtpMail() {}

    @Inject
    public SmtpMail(Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** @param server the mail session to use, where no container gives one */
    public SmtpMail(Settings settings, Clock clock, Session server) {
        this(settings, clock);
        this.server = server;
    }

    @Override
    public String name() {
        return "smtp";
    }

    @Override
    public Outcome send(Mail mail) {
        var session = session();
        MimeMessage message;
        try {
            message = new MailComposer(settings, clock).compose(mail, session);
        } catch (MessagingException noMail) {
            return Outcome.refused("it cannot be written: " + noMail.getClass().getSimpleName());
        }
        var transport = transport(session);
        if (!connected(transport)) {
            return Outcome.retry("the mail server is out of reach");
        }
        var outcome = send(message, transport);
        close(transport);
        return outcome;
    }

    /**
     * Why no mail could be sent now, in names of classes; empty if one could. In production that means: encrypted, with
     * a certificate of the server's name, and signed in if there is a user. Sends nothing.
     */
    public Optional<String> trouble() {
        var transport = transport(session());
        try {
            transport.connect();
            return Optional.empty();
        } catch (MessagingException refused) {
            return Optional.of(cause(refused));
        } finally {
            close(transport);
        }
    }

    private static Transport transport(Session session) {
        try {
            return session.getTransport("smtp");
        } catch (NoSuchProviderException broken) {
            throw new IllegalStateException("the server's mail session knows no SMTP", broken);
        }
    }

    /** Nothing about the message depends on how the connection ends. */
    private static void close(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException gone) {
            System.getLogger(SmtpMail.class.getName())
                    .log(System.Logger.Level.DEBUG, "The mail server hung up first: {0}", cause(gone));
        }
    }

    private static boolean connected(Transport transport) {
        try {
            transport.connect();
            return true;
        } catch (MessagingException refused) {
            System.getLogger(SmtpMail.class.getName())
                    .log(System.Logger.Level.WARNING, "The mail server is out of reach: {0}", cause(refused));
            return false;
        }
    }

    /** Words of our own libraries about names and certificates; of the server's words only its code. */
    private static String cause(Exception refused) {
        Throwable deepest = refused;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return refused.getClass().getSimpleName() + ", " + deepest.getClass().getSimpleName();
    }

    private static Outcome send(MimeMessage message, Transport transport) {
        try {
            transport.sendMessage(message, message.getAllRecipients());
            return Outcome.accepted();
        } catch (SendFailedException refused) {
            return reply(refused)
                    .map(permanent -> permanent
                            ? Outcome.refused("the mail server refused it")
                            : Outcome.retry("the mail server asks to come back"))
                    .orElse(Outcome.unknown("the mail server broke off"));
        } catch (MessagingException broken) {
            return Outcome.unknown("the connection broke: " + broken.getClass().getSimpleName());
        }
    }

    /** The server's reply to one of its commands: 5xx is for good, 4xx for now (RFC 5321 §4.2.1). */
    private static Optional<Boolean> reply(MessagingException refused) {
        for (Exception each = refused; each instanceof MessagingException one; each = one.getNextException()) {
            var code = REPLY.matcher(String.valueOf(each.getMessage()));
            if (code.find()) {
                return Optional.of(code.group(1).equals("5"));
            }
        }
        return Optional.empty();
    }

    private Session session() {
        var properties = new Properties();
        properties.putAll(server.getProperties());
        properties.setProperty("mail.smtp.connectiontimeout", CONNECT_MILLIS);
        properties.setProperty("mail.smtp.timeout", TALK_MILLIS);
        properties.setProperty("mail.smtp.writetimeout", TALK_MILLIS);
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        properties.setProperty("mail.smtp.starttls.enable", "true");
        if (!settings.demo()) {
            properties.setProperty("mail.smtp.starttls.required", "true");
        }
        var user = properties.getProperty("mail.smtp.user", "");
        if (user.isBlank()) {
            properties.setProperty("mail.smtp.auth", "false");
            properties.remove("mail.smtp.user");
            return Session.getInstance(properties);
        }
        properties.setProperty("mail.smtp.auth", "true");
        return Session.getInstance(properties, new ServersOwn(server));
    }
}
