package fr.predice.visio.support;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.auth.LoginFailedException;
import org.subethamail.smtp.server.SMTPServer;

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

    private final List<MimeMessage> received = new CopyOnWriteArrayList<>();
    private final SMTPServer server;
    private volatile Mood mood = Mood.WILLING;

    private SmtpStandIn(SSLContext tls) {
        var builder = SMTPServer.port(freePort())
                .bindAddress(InetAddress.getLoopbackAddress())
                .hostName("localhost")
                .messageHandlerFactory(Taking::new)
                .authenticationHandlerFactory(new EasyAuthenticationHandlerFactory(SmtpStandIn::check));
        server = tls == null
                ? builder.build()
                : builder.enableTLS()
                        .startTlsSocketFactory(tls)
                        .requireTLS()
                        .requireAuth()
                        .build();
        server.start();
    }

    /** @param certificate what it shows, see {@link TestCertificate} */
    public static SmtpStandIn start(TestCertificate certificate) {
        return new SmtpStandIn(certificate.server());
    }

    public static SmtpStandIn startWithoutTls() {
        return new SmtpStandIn(null);
    }

    public void mood(Mood next) {
        mood = next;
    }

    public int port() {
        return server.getPortAllocated();
    }

    public List<MimeMessage> received() {
        return received;
    }

    @Override
    public void close() {
        server.stop();
    }

    private static void check(String user, String password, MessageContext context) throws LoginFailedException {
        if (!user.equals(USER) || !password.equals(PASSWORD)) {
            throw new LoginFailedException();
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
        private final MessageContext context;

        private Taking(MessageContext context) {
            this.context = context;
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
            try {
                received.add(new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes)));
            } catch (MessagingException broken) {
                throw new IOException(broken);
            }
            if (mood == Mood.BREAKS_OFF) {
                ((org.subethamail.smtp.server.Session) context).quit();
            }
            return null;
        }

        @Override
        public void done() {
            // Nothing to give back.
        }
    }
}
