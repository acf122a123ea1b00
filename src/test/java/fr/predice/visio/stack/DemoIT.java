package fr.predice.visio.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.predice.visio.support.Inbox;
import fr.predice.visio.support.Portal;
import fr.predice.visio.support.ShownCertificate;
import fr.predice.visio.support.TestAccount;
import fr.predice.visio.support.Visitor;
import java.io.IOException;
import java.net.ConnectException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What the demo promises to whoever tries it: one start, a second start, and both ways to stop. */
@Order(3)
class DemoIT {
    private static final Path BUILT = Path.of("").toAbsolutePath();

    private final Path project = BUILT.resolve("target/it-demo");
    private final Ports ports = Ports.free();
    private final String address = "http://localhost:" + ports.http();
    private DemoProcess demo;

    @BeforeEach
    void checkOut() throws IOException {
        new Leftovers(project.resolve(".demo")).stop();
        ServerCopy.deleteTree(project);
        for (var file : List.of("sql/roles.sql", "src/release/coturn/turnserver.conf")) {
            Files.createDirectories(project.resolve(file).getParent());
            Files.copy(BUILT.resolve(file), project.resolve(file));
        }
        build();
    }

    @AfterEach
    void stop() throws IOException {
        demo.destroy();
        ServerCopy.deleteTree(project);
    }

    @Test
    void keepsItsPromises() throws Exception {
        demo = DemoProcess.start(project, ports);
        assertThat(demo.box())
                .contains("https://" + DemoProcess.ADDRESS + ":" + ports.https() + "/", "/demo/boite")
                .contains("Portail / Portal", "organisateur", "Demo-visio-2026", "Arrêter / Stop", "Ctrl-C");
        opensHttpsAloneOnTheNetwork();
        refusesASecondDemoBeside();

        ServerCopy.deleteTree(project.resolve("target"));
        invite();
        demo.stop("TERM");
        assertThat(ports.taken()).isEmpty();

        build();
        demo = DemoProcess.start(project, ports);
        demo.box();
        assertThat(invitations()).isEqualTo(1);
        invite();
        demo.stop("INT");
        assertThat(ports.taken()).isEmpty();
    }

    private void opensHttpsAloneOnTheNetwork() throws Exception {
        assertThat(ShownCertificate.at("https://" + DemoProcess.ADDRESS + ":" + ports.https())
                        .getSubjectAlternativeNames())
                .anySatisfy(name -> assertThat(name.get(1)).isEqualTo(DemoProcess.ADDRESS));
        assertThat(new Visitor(address).get("/").statusCode()).isEqualTo(200);
        assertThatThrownBy(() -> new Socket(DemoProcess.ADDRESS, ports.http()).close())
                .isInstanceOf(ConnectException.class);
    }

    private void refusesASecondDemoBeside() {
        var second = DemoProcess.start(project, ports);

        assertThat(second.exitCode()).isEqualTo(1);
        assertThat(second.said()).contains("A demo already runs from this directory");
    }

    private void invite() {
        var number = TestAccount.someNumber();
        var portal = new Portal(address);
        portal.signIn(new TestAccount("organisateur", "+33612345678", "organisateur@example.org"));
        portal.invite(number);
        assertThat(Inbox.of(address).linkFor("+33" + number.substring(1))).hasSize(22);
    }

    private int invitations() throws SQLException {
        var password = new Secrets(project.resolve(".demo/secrets.properties")).get(Postgres.OWNER);
        var url = "jdbc:postgresql://127.0.0.1:" + ports.database() + "/visio";
        try (var database = DriverManager.getConnection(url, Postgres.OWNER, password);
                var count = database.createStatement().executeQuery("SELECT count(*) FROM invitation")) {
            count.next();
            return count.getInt(1);
        }
    }

    /** What a build leaves in target/, as far as the demo copies it. */
    private void build() throws IOException {
        var target = Files.createDirectories(project.resolve("target"));
        ServerCopy.copyTree(BUILT.resolve("target/server"), target.resolve("server"));
        var war = "visio-securisee.war";
        Files.copy(BUILT.resolve("target").resolve(war), target.resolve(war), StandardCopyOption.COPY_ATTRIBUTES);
    }
}
