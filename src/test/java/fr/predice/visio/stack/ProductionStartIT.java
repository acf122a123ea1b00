package fr.predice.visio.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.predice.visio.support.NewcomersForm;
import fr.predice.visio.support.Portal;
import fr.predice.visio.support.Tables;
import fr.predice.visio.support.Visitor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Nothing of the demo exists in production, whatever else the settings say. */
class ProductionStartIT {
    @Test
    void hasNeitherMailboxNorDemoAccount() throws Exception {
        var ways = Map.of(
                "VISIO_CARD_URL",
                "https://carte.example.org/",
                "VISIO_REGISTRATION_URL",
                "https://formulaire.example.org/",
                "VISIO_ADMIN_NETWORKS",
                "192.0.2.0/24",
                "VISIO_SMS_PER_DAYS",
                "10");
        try (var stack = start(ways)) {
            var visitor = new Visitor(stack.address());

            assertThat(stack.serverLog())
                    .content()
                    .contains("VISIO_SMS_PER_DAYS: no such setting; the nearest is VISIO_SMS_PER_DAY");
            assertThat(visitor.get("/").body())
                    .contains("Lecteur CPS", "https://visio.example.org/carte/depart")
                    .contains("Demande d'inscription", "https://formulaire.example.org/");
            assertThat(visitor.get("/inscription").headers().firstValue("Location"))
                    .hasValue("https://formulaire.example.org/");
            NewcomersForm.of("Paul", "Roux").sendUnseen(visitor);
            assertThat(new Tables(stack).count("SELECT count(*) FROM registration"))
                    .isZero();
            // We are not on the administrators' network.
            for (var page : List.of(
                    "/admin",
                    "/admin/",
                    "/admin/connexion",
                    "/admin/demandes",
                    "/admin/nowhere",
                    "/%61dmin/connexion",
                    "/%61dmin/demandes",
                    "/admin;a=b/connexion",
                    "/admin/./connexion")) {
                assertThat(visitor.get(page).statusCode()).as(page).isEqualTo(404);
            }
            // Unless the site gives them a number, persons who are invited see none.
            assertThat(visitor.get("/r").body()).contains("Rejoindre la visio").doesNotContain("tel:", "Besoin d’aide");
            assertThat(visitor.get("/demo/messages").statusCode()).isEqualTo(404);
            assertThat(visitor.get("/demo/boite").statusCode()).isEqualTo(404);
            var refused = new Portal(stack.address()).givePassword("organisateur", Portal.PASSWORD, "SMS");
            assertThat(refused.statusCode()).isEqualTo(200);
            try (var database = stack.database();
                    var accounts = database.createStatement().executeQuery("SELECT count(*) FROM account")) {
                accounts.next();
                assertThat(accounts.getInt(1)).isZero();
            }
        }
    }

    /** As with any setting that is refused, see SettingsTableTest; all that is wrong is told at once. */
    @Test
    void refusesToStartWithTheDemosGateway() {
        var wrong = Map.of("VISIO_SMS_GATEWAY", "demo", "VISIO_PEPPER", "dHJvcCBjb3VydA==");
        assertThatThrownBy(() -> start(wrong).close())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("VISIO_SMS_GATEWAY: demo exists only under VISIO_PROFILE=demo")
                .hasMessageContaining("VISIO_PEPPER: wants 32 random bytes in base64, e.g. from: openssl")
                .message()
                .doesNotContain("dHJvcCBjb3VydA");
    }

    private static Stack start(Map<String, String> changed) {
        return Stack.startProduction("it-production", changed);
    }
}
