package fr.predice.visio.stack;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives a test its {@link Stack} as a parameter: one for all tests of the run, started by the first that asks, with an
 * empty database, stopped at the end of the run. The system properties {@code stack.home} and {@code stack.address} put
 * it elsewhere.
 */
public final class StackExtension implements ParameterResolver {
    private static final Map<String, String> SETTINGS = Map.of(
            "VISIO_TILES", "Annuaire=https://annuaire.example.org/",
            "VISIO_ADMIN_MAIL", "administrateur@example.org",
            "VISIO_PARTICIPANT_HELP_PHONE", "03 22 00 00 71");

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == Stack.class;
    }

    @Override
    public Stack resolveParameter(ParameterContext parameter, ExtensionContext test) {
        var store = test.getRoot().getStore(Namespace.create(StackExtension.class));
        return store.computeIfAbsent(Stack.class, key -> start(), Stack.class);
    }

    private static Stack start() {
        var project = Path.of("").toAbsolutePath();
        var home = project.resolve(System.getProperty("stack.home", "target/it"));
        var address = Optional.ofNullable(System.getProperty("stack.address"));
        return Stack.startEmpty(new Site(home, project, Ports.free(), address, SETTINGS));
    }
}
