package fr.predice.visio.support;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.auth.LoginFailedException;
import org.subethamail.smtp.server.SMTPServer;
import org.subethamail.smtp.server.Session;

/** A site's mail server on loopback, with STARTTLS and a password; it keeps what it took. */
public final class SmtpStandIn implements AutoCloseable {
    public static final String USER = "visio";
    public static final String PASSWORD = "password-of-the-mail-server";

    /** What it does with a mail instead of taking it. */
    public enum Mood {
        WILLING,
        REFUSES_RECIPIENT,
        BUSY,
        REFUSES_CONTENT,
        BREAKS_OFF
    }

    private static final jakarta.mail.Session NO_SERVER = jakarta.mail.Session.getInstance(new Properties());

    private final List<TakenMail> received = new CopyOnWriteArrayList<>();
    private final int port = freePort();
    private final Optional<SSLContext> tls;
    private volatile SMTPServer server;
    private volatile Mood mood = Mood.WILLING;

    private SmtpStandIn(Optional<SSLContext> tls) {
        this.tls = tls;
        startAgain();
    }

    /** At the same address as before. */
    public void startAgain() {
        var builder = SMTPServer.port(port)
                .bindAddress(InetAddress.getLoopbackAddress())
                .hostName("localhost")
                .messageHandlerFactory(Taking::new)
                .authenticationHandlerFactory(new EasyAuthenticationHandlerFactory(SmtpStandIn::check));
        tls.ifPresent(shown ->
                builder.enableTLS().startTlsSocketFactory(shown).requireTLS().requireAuth());
        server = builder.build();
        server.start();
    }

    /** @param certificate what it shows, see {@link TestCertificate} */
    public static SmtpStandIn start(TestCertificate certificate) {
        return new SmtpStandIn(Optional.of(certificate.server()));
    }

    public static SmtpStandIn startWithoutTls() {
        return new SmtpStandIn(Optional.empty());
    }

    public void mood(Mood next) {
        mood = next;
    }

    public int port() {
        return port;
    }

    /** What a server needs to send here. */
    public Map<String, String> settings() {
        return Map.of(
                "VISIO_MAIL_GATEWAY",
                "smtp",
                "VISIO_MAIL_FROM",
                "visio@example.org",
                "VISIO_SMTP_HOST",
                "localhost",
                "VISIO_SMTP_PORT",
                Integer.toString(port),
                "VISIO_SMTP_USER",
                USER,
                "VISIO_SMTP_PASSWORD",
                PASSWORD);
    }

    public List<TakenMail> received() {
        return received;
    }

    /** Mails taken for this address, newest last. */
    public List<TakenMail> to(String address) {
        return received.stream().filter(mail -> mail.isTo(address)).toList();
    }

    public void stop() {
        server.stop();
    }

    @Override
    public void close() {
        stop();
    }

    private static void check(String user, String password, MessageContext context) throws LoginFailedException {
        if (!user.equals(USER) || !password.equals(PASSWORD)) {
            throw new LoginFailedException();
        }
    }

    private static MimeMessage message(byte[] bytes) throws IOException {
        try {
            return new MimeMessage(NO_SERVER, new ByteArrayInputStream(bytes));
        } catch (MessagingException broken) {
            throw new IOException(broken);
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private final class Taking implements MessageHandler {
        private final Session session;

        private Taking(MessageContext context) {
            this.session = (Session) context;
        }

        @Override
        public void from(String from) {
            // Anyone who signed in.
        }

        @Override
        public void recipient(String recipient) throws RejectException {
            switch (mood) {
                case REFUSES_RECIPIENT -> throw new RejectException(550, "5.1.1 no such mailbox");
                case BUSY -> throw new RejectException(451, "4.3.0 come back later");
                default -> {
                    // Known here.
                }
            }
        }

        @Override
        public String data(InputStream stream) throws RejectException, IOException {
            var bytes = stream.readAllBytes();
            if (mood == Mood.REFUSES_CONTENT) {
                throw new RejectException(554, "5.6.0 not wanted");
            }
            received.add(new TakenMail(message(bytes), session.isTLSStarted(), session.isAuthenticated()));
            if (mood == Mood.BREAKS_OFF) {
                session.quit();
            }
            return null;
        }

        @Override
        public void done() {
            // Nothing to give back.
        }
    }
}
