package fr.predice.visio.messaging.mail;

import static org.assertj.core.api.Assertions.assertThat;

import fr.predice.visio.messaging.Mail;
import fr.predice.visio.messaging.Outcome;
import fr.predice.visio.messaging.Outcome.Kind;
import fr.predice.visio.support.MovedClock;
import fr.predice.visio.support.SmtpStandIn;
import fr.predice.visio.support.SmtpStandIn.Mood;
import fr.predice.visio.support.Some;
import fr.predice.visio.support.TestCertificate;
import jakarta.mail.Authenticator;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Mail through a real SMTP server, as willing and as contrary as they are. */
class SmtpMailTest {
    private static final TestCertificate LOCALHOST = TestCertificate.of("dns:localhost");
    private static final TestCertificate STRANGER = TestCertificate.of("dns:localhost");
    private static final TestCertificate OTHER_NAME = TestCertificate.of("dns:mail.example.org");
    private static final Mail MAIL = new Mail(
            "camille@example.org",
            "Visio sécurisée : votre code",
            "Bonjour,\n\nVoici votre code <b>à</b> vous :\n\n123456\n\nÀ bientôt sur https://visio.example.org/aide.\n",
            Locale.FRENCH);

    private SmtpStandIn smtp;

    @AfterEach
    void stop() {
        smtp.close();
    }

    @Test
    void sendsTextAndHtmlOfTheSameWords() throws Exception {
        smtp = SmtpStandIn.start(LOCALHOST);

        assertThat(send(MAIL, LOCALHOST, SmtpStandIn.PASSWORD).kind()).isEqualTo(Kind.ACCEPTED);

        var taken = smtp.received().get(0);
        assertThat(taken.encrypted()).isTrue();
        assertThat(taken.signedIn()).isTrue();
        var mail = taken.message();
        assertThat(mail.getSubject()).isEqualTo(MAIL.subject());
        assertThat(mail.getFrom()[0].toString()).contains("<visio@example.org>");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getHeader("Content-Language")).containsExactly("fr");
        assertThat(mail.getMessageID()).endsWith("@example.org>");
        assertThat(mail.getContentType()).startsWith("multipart/alternative");
        assertThat(taken.text()).isEqualTo(MAIL.text());
        assertThat(taken.html())
                .contains("lang=\"fr\"", ">123456</p>", "&lt;b&gt;à&lt;/b&gt;", "03 22 80 31 70", "Visio sécurisée")
                .contains("href=\"https://visio.example.org/aide\">https://visio.example.org/aide</a>.")
                .doesNotContain("<b>", "@body@", "@service@");
    }

    @Test
    void speaksEnglishToo() {
        smtp = SmtpStandIn.start(LOCALHOST);

        send(new Mail(MAIL.to(), "Code", "Hello", Locale.ENGLISH), LOCALHOST, SmtpStandIn.PASSWORD);

        assertThat(smtp.received().get(0).html()).contains("lang=\"en\"", "A question?");
    }

    @ParameterizedTest
    @CsvSource({
        "REFUSES_RECIPIENT, REFUSED, 0",
        "BUSY, RETRY, 0",
        "REFUSES_CONTENT, REFUSED, 0",
        "BREAKS_OFF, UNKNOWN, 1"
    })
    void saysHowFarItGot(Mood mood, Kind expected, int received) {
        smtp = SmtpStandIn.start(LOCALHOST);
        smtp.mood(mood);

        assertThat(send(MAIL, LOCALHOST, SmtpStandIn.PASSWORD).kind()).isEqualTo(expected);
        assertThat(smtp.received()).hasSize(received);
    }

    @Test
    void sendsNothingToWhoeverIsNotTheMailServer() {
        smtp = SmtpStandIn.start(LOCALHOST);
        assertThat(send(MAIL, STRANGER, SmtpStandIn.PASSWORD).kind()).isEqualTo(Kind.RETRY);
        assertThat(smtp.received()).isEmpty();
        smtp.close();

        smtp = SmtpStandIn.start(OTHER_NAME);
        assertThat(send(MAIL, OTHER_NAME, SmtpStandIn.PASSWORD).kind()).isEqualTo(Kind.RETRY);
        assertThat(smtp.received()).isEmpty();
    }

    @Test
    void sendsNothingInClear() {
        smtp = SmtpStandIn.startWithoutTls();

        assertThat(send(MAIL, LOCALHOST, SmtpStandIn.PASSWORD).kind()).isEqualTo(Kind.RETRY);
        assertThat(smtp.received()).isEmpty();
    }

    @Test
    void triesLaterWithAWrongPasswordOrWhereNobodyListens() {
        smtp = SmtpStandIn.start(LOCALHOST);
        assertThat(send(MAIL, LOCALHOST, "another").kind()).isEqualTo(Kind.RETRY);
        assertThat(smtp.received()).isEmpty();

        smtp.close();
        assertThat(send(MAIL, LOCALHOST, SmtpStandIn.PASSWORD).kind()).isEqualTo(Kind.RETRY);
    }

    @ParameterizedTest
    @CsvSource({"'camille@example.org\r\nBcc: x@example.org', Code", "camille@example.org, 'Code\r\nBcc: x@example.org'"
    })
    void addsNoHeaderThatATextBrings(String to, String subject) {
        smtp = SmtpStandIn.start(LOCALHOST);

        var outcome = send(new Mail(to, subject, "Bonjour", Locale.FRENCH), LOCALHOST, SmtpStandIn.PASSWORD);

        assertThat(outcome.kind()).isEqualTo(Kind.REFUSED);
        assertThat(smtp.received()).isEmpty();
    }

    private Outcome send(Mail mail, TestCertificate trusted, String password) {
        var server = new Properties();
        server.put("mail.smtp.host", "localhost");
        server.put("mail.smtp.port", Integer.toString(smtp.port()));
        server.put("mail.smtp.user", SmtpStandIn.USER);
        server.put("mail.smtp.ssl.socketFactory", trusted.client().getSocketFactory());
        var session = Session.getInstance(server, new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication(SmtpStandIn.USER, password);
            }
        });
        return new SmtpMail(Some.settings(Some.smtp()), new MovedClock(), session).send(mail);
    }
}
