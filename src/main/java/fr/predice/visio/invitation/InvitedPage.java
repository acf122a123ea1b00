package fr.predice.visio.invitation;

import fr.predice.visio.platform.config.Settings;
import fr.predice.visio.platform.web.Language;
import fr.predice.visio.platform.web.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;

/** The invited person's page: its language, how it is shown, and what it says of the number that received the SMS. */
@Named
@RequestScoped
public class InvitedPage {
    /**
     * The texts that are easy to read say less than the others of their language, and what they do not say, those do.
     */
    private static final String EASY = "simple";

    @Inject
    private Settings settings;

    @Inject
    private Language browser;

    @Inject
    private HttpServletRequest request;

    /** The one in the page's address, see {@link GuestAddress}; else the browser's, if the page is written in it. */
    public GuestLanguage getLanguage() {
        return Optional.ofNullable((GuestLanguage) request.getAttribute(GuestAddress.LANGUAGE))
                .or(() -> GuestLanguage.of(browser.among(GuestLanguage.tags())))
                .orElseThrow();
    }

    public GuestLanguage[] getLanguages() {
        return GuestLanguage.values();
    }

    public boolean isEasy() {
        return Boolean.TRUE.equals(request.getAttribute(GuestAddress.EASY));
    }

    /** Which of the texts of its language the page says. */
    public Locale getLocale() {
        var locale = getLanguage().locale();
        return isEasy()
                ? new Locale.Builder().setLocale(locale).setVariant(EASY).build()
                : locale;
    }

    /** The longest that a number stays after its invitation, see {@link ParticipantNumbers}. */
    public String getNumberKept() {
        var invitations = settings.invitations();
        var kept = invitations.lifetime().plus(invitations.numberKept());
        return Texts.duration(kept, text("guest.hour"), text("guest.minute")).replace(' ', '\u00a0');
    }

    /** What follows an address of the portal's, to read that page in this page's language if it has it. */
    public String getInItsLanguage() {
        var tag = getLanguage().getTag();
        return Language.speaks(tag) ? "?lang=" + tag : "";
    }

    private String text(String key) {
        return Texts.get(getLanguage().locale(), key);
    }
}
