package fr.predice.visio.verification.console;

import fr.predice.visio.messaging.mail.SmtpMail;
import fr.predice.visio.platform.config.Settings;
import fr.predice.visio.platform.config.SettingsReader;
import jakarta.mail.Authenticator;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** What WildFly would make of a site's variables: its settings, its connections, its mail session. */
final class Site {
    private final Map<String, String> variables;

    Site(Map<String, String> variables) {
        this.variables = variables;
    }

    Settings settings() {
        return new SettingsReader(name -> Optional.ofNullable(variables.get(name))).read();
    }

    Connection application() throws SQLException {
        return connect("VISIO_DB_USER", "visio_app", "VISIO_DB_PASSWORD");
    }

    Connection owner() throws SQLException {
        return connect("VISIO_DB_OWNER_USER", "visio_owner", "VISIO_DB_OWNER_PASSWORD");
    }

    private Connection connect(String user, String usual, String password) throws SQLException {
        var who = new Properties();
        who.setProperty("user", value(user, usual));
        who.setProperty("password", value(password, ""));
        who.setProperty("loginTimeout", "10");
        return driver().connect(value("VISIO_DB_URL", "jdbc:postgresql://localhost:5432/visio"), who);
    }

    /** By name: the one that runs the service is not among the application's own libraries. */
    private static Driver driver() throws SQLException {
        try {
            return (Driver) Class.forName("org.postgresql.Driver")
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException absent) {
            throw new SQLException("no driver of PostgreSQL in the server's modules", "08001", absent);
        }
    }

    SmtpMail mail(Clock clock) {
        var server = new Properties();
        server.setProperty("mail.smtp.host", value("VISIO_SMTP_HOST", "localhost"));
        server.setProperty("mail.smtp.port", value("VISIO_SMTP_PORT", "587"));
        server.setProperty("mail.smtp.user", value("VISIO_SMTP_USER", ""));
        return new SmtpMail(settings(), clock, Session.getInstance(server, new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication(value("VISIO_SMTP_USER", ""), value("VISIO_SMTP_PASSWORD", ""));
            }
        }));
    }

    private String value(String name, String usual) {
        return Optional.ofNullable(variables.get(name))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .orElse(usual);
    }
}
