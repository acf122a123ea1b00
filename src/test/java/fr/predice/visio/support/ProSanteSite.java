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

/** A site that is registered with Pro Santé Connect, which knows it by its certificate, and the provider. */
public record ProSanteSite(OidcProvider provider, Stack stack, Tables tables) implements AutoCloseable {
    public static ProSanteSite start() {
        var own = TestCertificate.of("dns:visio.example.org");
        var provider = OidcProvider.startFor(own.keyStore(), TestCertificate.PASSWORD, "it-prosante-provider");
        var settings = new HashMap<>(provider.settings());
        settings.remove("VISIO_PSC_CLIENT_SECRET");
        settings.put("VISIO_PSC_KEYSTORE", own.keyStore().toAbsolutePath().toString());
        settings.put("VISIO_PSC_KEYSTORE_PASSWORD", TestCertificate.PASSWORD);
        settings.put("VISIO_SUPPORT_OPENING", "Mo-Su 00:00-23:59");
        // All three ways in are offered; this one is not taken here.
        settings.put("VISIO_CARD_URL", "https://carte.example.org");
        var stack = Stack.startDemo("it-prosante", settings);
        var home = stack.address() + "/";
        provider.knows("tls_client_auth", List.of(home + "pro-sante-connect/retour"), List.of(home));
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

    /** @param purpose as a limit's names begin, e.g. {@code prosante-starts} */
    public int taken(String purpose) {
        return tables.count("SELECT coalesce(sum(used), 0) FROM rate_limit WHERE bucket LIKE '" + purpose + "%'");
    }

    /** Nobody used this account's sessions for longer than they last without it. */
    public void letsTheSessionEnd(TestAccount account) {
        tables.execute("UPDATE personal_session SET seen_at = seen_at - interval '31 minutes' WHERE account_id = '"
                + account.id(stack) + "'");
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
