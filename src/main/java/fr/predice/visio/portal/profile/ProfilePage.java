package fr.predice.visio.portal.profile;

import fr.predice.visio.account.contact.ContactChanges;
import fr.predice.visio.account.contact.Pending;
import fr.predice.visio.account.profile.Profile;
import fr.predice.visio.account.profile.Profiles;
import fr.predice.visio.messaging.Channel;
import fr.predice.visio.platform.limit.ClientAddress;
import fr.predice.visio.platform.phone.PhoneNumber;
import fr.predice.visio.platform.web.Notices;
import fr.predice.visio.signin.SignedIn;
import fr.predice.visio.signin.authenticator.Authenticators;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;

/** One's own account, and the ways to each change. */
@Named
@RequestScoped
public class ProfilePage {
    @Inject
    private Profiles profiles;

    @Inject
    private ContactChanges contacts;

    @Inject
    private Authenticators authenticators;

    @Inject
    private HttpServletRequest request;

    private Profile profile;
    private String language;

    @PostConstruct
    void load() {
        profile = SignedIn.of(request)
                .map(SignedIn::account)
                .flatMap(profiles::of)
                .orElseThrow();
        language = profile.language();
    }

    /** Of mails, SMS and pages. */
    public String changeLanguage() {
        var own = SignedIn.of(request).orElseThrow().account();
        profiles.changeLanguage(own, Locale.forLanguageTag(language), ClientAddress.of(request));
        Notices.info("profile.language.saved");
        Notices.redirect("/compte?lang=" + language);
        return null;
    }

    public Profile getProfile() {
        return profile;
    }

    public String getMobile() {
        return new PhoneNumber(profile.mobile()).grouped();
    }

    /** Empty if none waits for its proof. */
    public String getPendingMail() {
        return pending(Channel.MAIL).orElse("");
    }

    public String getPendingMobile() {
        return pending(Channel.SMS)
                .map(number -> new PhoneNumber(number).grouped())
                .orElse("");
    }

    private Optional<String> pending(Channel channel) {
        return contacts.pending(SignedIn.of(request).orElseThrow().account(), channel)
                .map(Pending::value);
    }

    public boolean isAuthenticator() {
        return authenticators.has(SignedIn.of(request).orElseThrow().account());
    }

    public String getLanguage() {
        return language;
    }

    public void setLanguage(String language) {
        this.language = language;
    }
}
