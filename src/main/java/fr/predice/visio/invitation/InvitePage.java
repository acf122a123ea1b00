package fr.predice.visio.invitation;

import fr.predice.visio.platform.config.Settings;
import fr.predice.visio.platform.drain.NodeStops;
import fr.predice.visio.platform.limit.LimitReached;
import fr.predice.visio.platform.limit.LimitUnknown;
import fr.predice.visio.platform.phone.CountryRefused;
import fr.predice.visio.platform.phone.NotAMobile;
import fr.predice.visio.platform.phone.PhoneNumber;
import fr.predice.visio.platform.web.Notices;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.UUID;

/** The form that invites. */
@Named
@RequestScoped
public class InvitePage {
    @Inject
    private Invitations invitations;

    @Inject
    private Settings settings;

    @Inject
    private CurrentOrganizer current;

    private String mobile;
    private boolean relayOnly;
    private GuestLanguage language = GuestLanguage.FR;
    private Display display = Display.ORDINARY;
    private UUID request;

    @PostConstruct
    void newForm() {
        request = UUID.randomUUID();
    }

    public String invite() {
        try {
            var to = PhoneNumber.mobile(mobile, settings.invitations().phoneRegions());
            var choices = new Choices(relayOnly ? Route.RELAY_ONLY : Route.ANY, language, display);
            Notices.redirect("/pro/salle?invitation=" + invitations.invite(current.organizer(), to, choices, request));
        } catch (NotAMobile refused) {
            tell(Refusal.of(refused));
        } catch (CountryRefused refused) {
            tell(Refusal.of(refused));
        } catch (LimitReached busy) {
            tell(Refusal.of(busy));
        } catch (NodeStops stops) {
            tell(Refusal.of(stops));
        } catch (LimitUnknown away) {
            tell(Refusal.of(away));
        }
        return null;
    }

    private static void tell(Refusal refusal) {
        if (refusal.aboutNumber()) {
            Notices.errorAt("mobile", refusal.key());
        } else {
            Notices.error(refusal.key(), refusal.arguments().toArray());
        }
    }

    public String getMobile() {
        return mobile;
    }

    public void setMobile(String mobile) {
        this.mobile = mobile;
    }

    public boolean isRelayOnly() {
        return relayOnly;
    }

    public void setRelayOnly(boolean relayOnly) {
        this.relayOnly = relayOnly;
    }

    public GuestLanguage getLanguage() {
        return language;
    }

    /** What does not come with the form is as it stood there. */
    public void setLanguage(GuestLanguage language) {
        this.language = language == null ? GuestLanguage.FR : language;
    }

    public GuestLanguage[] getLanguages() {
        return GuestLanguage.values();
    }

    public Display getDisplay() {
        return display;
    }

    public void setDisplay(Display display) {
        this.display = display == null ? Display.ORDINARY : display;
    }

    public Display[] getDisplays() {
        return Display.values();
    }

    /** There is a relay, and the site leaves the choice. */
    public boolean isRelayOffered() {
        return !settings.turn().urls().isEmpty() && !settings.turn().relayOnly();
    }

    /** Comes back with the form, so that the same form sent twice invites once. */
    public String getRequest() {
        return request.toString();
    }

    /** What is no number of a form of ours counts as a new form. */
    public void setRequest(String request) {
        try {
            this.request = UUID.fromString(String.valueOf(request));
        } catch (IllegalArgumentException notOurs) {
            newForm();
        }
    }
}
