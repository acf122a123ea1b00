package fr.predice.visio.support;

import fr.predice.visio.stack.OidcProvider;
import fr.predice.visio.stack.Stack;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/** A site that is registered with Pro Santé Connect, and the provider. */
public record ProSanteSite(OidcProvider provider, Stack stack, Tables tables) implements AutoCloseable {
    public static ProSanteSite start() {
        var provider = OidcProvider.start("it-prosante-provider");
        var stack = Stack.startDemo("it-prosante", provider.settings());
        var home = stack.address() + "/";
        provider.knows("client_secret_basic", List.of(home + "pro-sante-connect/retour"), List.of(home));
        return new ProSanteSite(provider, stack, new Tables(stack));
    }

    public ProSanteVisitor visitor() {
        return new ProSanteVisitor(stack, provider);
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
