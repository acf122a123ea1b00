package fr.predice.visio.messaging.sms;

import fr.predice.visio.messaging.Mail;
import fr.predice.visio.messaging.NewMessage;
import fr.predice.visio.messaging.Outbox;
import fr.predice.visio.platform.config.Settings;
import fr.predice.visio.platform.limit.LimitReached;
import fr.predice.visio.platform.limit.NearCeiling;
import fr.predice.visio.platform.limit.RateLimits;
import fr.predice.visio.platform.web.Texts;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

/** Warns the administrator by mail, once a day of each thing, before people meet it. */
@Stateless
public class SmsWarnings {
    private static final System.Logger LOG = System.getLogger(SmsWarnings.class.getName());
    private static final Duration DAY = Duration.ofDays(1);

    @Inject
    private Settings settings;

    @Inject
    private RateLimits limits;

    @Inject
    private Outbox outbox;

    @Inject
    private Clock clock;

    public void onNearCeiling(@ObservesAsync NearCeiling near) {
        if (near.purpose().equals(SmsLimits.SITE)) {
            LOG.log(System.Logger.Level.WARNING, "{0} of the {1} SMS of a day are used", near.used(), near.most());
            warn(near.purpose(), near.used(), near.most());
        }
    }

    public void onLowCredit(@ObservesAsync LowCredit low) {
        warn("sms-credit", low.left());
    }

    private void warn(String topic, Object... figures) {
        if (settings.messaging().administrator().isEmpty()) {
            return;
        }
        try {
            limits.take("warning-" + topic, "administrator", 1, DAY);
        } catch (LimitReached toldToday) {
            return;
        }
        var service = settings.branding().service();
        var arguments = new Object[figures.length + 1];
        arguments[0] = service;
        System.arraycopy(figures, 0, arguments, 1, figures.length);
        var mail = new Mail(
                settings.messaging().administrator().get(),
                Texts.get(Texts.FRENCH, "mail.warning." + topic + ".subject", service),
                Texts.get(Texts.FRENCH, "mail.warning." + topic + ".body", arguments),
                Texts.FRENCH);
        outbox.post(NewMessage.mail(UUID.randomUUID(), mail, clock.instant().plus(DAY)));
    }
}
