package fr.predice.visio.platform.web;

import fr.predice.visio.platform.config.Settings;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The site's names and support addresses, for every page. */
@Named
@RequestScoped
public class Brand {
    @Inject
    private Settings settings;

    @Inject
    private Language language;

    public String getName() {
        return settings.branding().name();
    }

    public String getService() {
        return settings.branding().service();
    }

    public String getSupportWeb() {
        return settings.branding().supportWeb().toString();
    }

    public String getSupportPhone() {
        return settings.branding().supportPhone();
    }

    public String getSupportPhoneLink() {
        return link(getSupportPhone());
    }

    /** Whom participants may call; null where the site wants none of their calls. */
    public String getHelpPhone() {
        return settings.branding().participantHelpPhone().orElse(null);
    }

    public String getHelpPhoneLink() {
        return settings.branding().participantHelpPhone().map(Brand::link).orElse(null);
    }

    private static String link(String phone) {
        return "tel:" + phone.replaceAll("[^+0-9]", "");
    }

    public String getSupportHours() {
        return language.isFrench()
                ? settings.branding().supportHours()
                : settings.branding().supportHoursEnglish();
    }
}
