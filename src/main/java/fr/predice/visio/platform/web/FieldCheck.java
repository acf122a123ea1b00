package fr.predice.visio.platform.web;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.faces.validator.ValidatorException;

/** What a page's own validators say beside the field. */
public final class FieldCheck {
    private FieldCheck() {}

    /** @throws ValidatorException with the text of this key, in the page's language, unless it fits */
    public static void refuseUnless(boolean fits, String key) {
        if (!fits) {
            var language = FacesContext.getCurrentInstance().getViewRoot().getLocale();
            throw new ValidatorException(new FacesMessage(FacesMessage.SEVERITY_ERROR, Texts.get(language, key), null));
        }
    }
}
