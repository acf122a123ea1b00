package fr.predice.visio.signin.device;

import fr.predice.visio.account.Account;
import fr.predice.visio.messaging.Mail;
import fr.predice.visio.messaging.NewMessage;
import fr.predice.visio.platform.config.Settings;
import fr.predice.visio.platform.web.Hours;
import fr.predice.visio.platform.web.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;

/** Tells an account's owner that somebody signed in from a device that is new to it. */
@ApplicationScoped
class NewDeviceMail {
    private static final Duration WORTH_SENDING = Duration.ofDays(3);

    private Settings settings;

    protected NewDeviceMail() {}

    @Inject
    NewDeviceMail(Settings settings) {
        this.settings = settings;
    }

    NewMessage about(Account account, Arrival arrival, Instant now) {
        var language = account.language();
        var service = settings.branding().service();
        var mail = new Mail(
                account.mail(),
                Texts.get(language, "sessions.mail.device.subject", service),
                Texts.get(
                        language,
                        "sessions.mail.device.body",
                        account.displayName(),
                        service,
                        DeviceName.of(arrival.browser(), arrival.system(), language),
                        Hours.moment(now, language, settings.timeZone()),
                        settings.publicAddress() + "/mot-de-passe-oublie",
                        settings.publicAddress() + "/compte/connexions"),
                language);
        return NewMessage.mail(account.id(), mail, now.plus(WORTH_SENDING));
    }
}
