package fr.predice.visio.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.predice.visio.stack.OidcProvider;
import fr.predice.visio.stack.Stack;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;

/** A site that is registered with Pro Santé Connect, and the provider. */
public record ProSanteSite(OidcProvider provider, Stack stack, Tables tables) implements AutoCloseable {
    public static ProSanteSite start() {
        var provider = OidcProvider.start("it-prosante-provider");
        var settings = new HashMap<>(provider.settings());
        settings.put("VISIO_SUPPORT_OPENING", "Mo-Su 00:00-23:59");
        var stack = Stack.startDemo("it-prosante", settings);
        var home = stack.address() + "/";
        provider.knows("client_secret_basic", List.of(home + "pro-sante-connect/retour"), List.of(home));
        return new ProSanteSite(provider, stack, new Tables(stack));
    }

    public ProSanteVisitor visitor() {
        return new ProSanteVisitor(stack, provider);
    }

    /** With this way in; and the support is open, but for the last minute of the day. */
    public void leadsNowhereInVain(Tongue tongue) {
        var open = "class=\"support-now support-open\">"
                + tongue.page("support.open").split("\\{")[0];
        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(() -> assertThat(new Crawl(visitor().here(), stack.address(), "", tongue)
                                .from("/", "/connexion", "/pro-sante-connect/refus?cause=late")
                                .foundNothing()
                                .pages())
                        .hasEntrySatisfying(
                                "/connexion", page -> assertThat(page).contains(open)));
    }

    /** What the site asked of the provider last at this path. */
    public JsonObject lastAsked(String path) {
        var seen = provider.seen(path);
        return seen.get(seen.size() - 1);
    }

    /** How the trail says that this person came in, each time. */
    public List<String> waysIn(TestAccount account) {
        return tables.texts(
                "SELECT subject FROM audit_event WHERE action = 'SIGNED_IN' AND actor = '" + account.id(stack) + "'");
    }

    /** How many are in the trail. */
    public int refusals() {
        return tables.count("SELECT count(*) FROM audit_event WHERE action = 'PRO_SANTE_REFUSED'");
    }

    public String log() throws IOException {
        return Files.readString(stack.serverLog());
    }

    @Override
    public void close() {
        stack.close();
        provider.close();
    }
}
