package fr.predice.visio.support;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives a test its {@link Production} as a parameter: one for all tests of the run, stopped at its end. */
public final class ProductionExtension implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == Production.class;
    }

    @Override
    public Production resolveParameter(ParameterContext parameter, ExtensionContext test) {
        var store = test.getRoot().getStore(Namespace.create(ProductionExtension.class));
        return store.computeIfAbsent(Production.class, key -> Production.start(), Production.class);
    }
}
