package fr.predice.visio.verification.console;

import fr.predice.visio.messaging.Mail;
import fr.predice.visio.messaging.Outcome;
import fr.predice.visio.messaging.Sms;
import fr.predice.visio.messaging.sms.Gsm7;
import fr.predice.visio.messaging.sms.ovh.OvhSms;
import fr.predice.visio.platform.phone.CountryRefused;
import fr.predice.visio.platform.phone.NotAMobile;
import fr.predice.visio.platform.phone.PhoneNumber;
import fr.predice.visio.platform.web.Texts;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;

/** A message to whoever runs the command, straight to the site's mail server or to OVH. */
record TestMessage(Site site, Clock clock, Locale language) {
    private static final Duration WORTH_SENDING = Duration.ofMinutes(10);

    Outcome mail(String to) {
        var settings = site.settings();
        if (!settings.messaging().mailGateway().equals("smtp")) {
            return Outcome.refused("VISIO_MAIL_GATEWAY=" + settings.messaging().mailGateway());
        }
        var subject = text("verification.message.subject", settings.branding().service());
        var body = text("verification.message.body", settings.publicAddress());
        return site.mail(clock).send(new Mail(to, subject, body, language));
    }

    /** @param to a mobile as people type it */
    Outcome sms(String to) {
        var settings = site.settings();
        if (!settings.messaging().smsGateway().equals("ovh")) {
            return Outcome.refused("VISIO_SMS_GATEWAY=" + settings.messaging().smsGateway());
        }
        var regions = settings.invitations().phoneRegions();
        try {
            var mobile = PhoneNumber.mobile(to, regions);
            var text = Gsm7.plain(
                    text("verification.message.sms", settings.branding().service()));
            return new OvhSms(settings, clock)
                    .send(new Sms(mobile, text, clock.instant().plus(WORTH_SENDING)));
        } catch (NotAMobile | CountryRefused other) {
            return Outcome.refused("no mobile of VISIO_PHONE_REGIONS=" + String.join(",", regions));
        }
    }

    private String text(String key, Object argument) {
        return Texts.get(language, key, argument);
    }
}
