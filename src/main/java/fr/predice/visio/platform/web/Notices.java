package fr.predice.visio.platform.web;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIInput;
import jakarta.faces.context.FacesContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import org.omnifaces.util.Components;
import org.omnifaces.util.Faces;

/** What a page tells the person after an action; kept across a redirect. */
public final class Notices {
    private Notices() {}

    public static void error(String key, Object... arguments) {
        add(null, FacesMessage.SEVERITY_ERROR, key, arguments);
    }

    /** Beside the field with this id, which may stand in any form of the page. */
    public static void errorAt(String field, String key, Object... arguments) {
        var found = Components.findComponentsInChildren(Faces.getViewRoot(), UIInput.class).stream()
                .filter(input -> input.getId().equals(field))
                .findFirst();
        add(found.map(UIInput::getClientId).orElse(null), FacesMessage.SEVERITY_ERROR, key, arguments);
    }

    public static void info(String key, Object... arguments) {
        add(null, FacesMessage.SEVERITY_INFO, key, arguments);
    }

    private static void add(String field, FacesMessage.Severity severity, String key, Object... arguments) {
        var faces = FacesContext.getCurrentInstance();
        var language = faces.getViewRoot().getLocale();
        faces.getExternalContext().getFlash().setKeepMessages(true);
        faces.addMessage(field, new FacesMessage(severity, Texts.get(language, key, arguments), null));
    }

    /** Goes to one of our own pages. */
    public static void redirect(String page) {
        go(FacesContext.getCurrentInstance().getExternalContext().getRequestContextPath() + page);
    }

    /** Goes to another site. */
    public static void leave(URI address) {
        go(address.toString());
    }

    private static void go(String location) {
        try {
            FacesContext.getCurrentInstance().getExternalContext().redirect(location);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
