package fr.predice.visio.verification;

import fr.predice.visio.account.Account;
import fr.predice.visio.account.Accounts;
import fr.predice.visio.audit.AuditAction;
import fr.predice.visio.audit.AuditTrail;
import fr.predice.visio.messaging.Channel;
import fr.predice.visio.messaging.Delivery;
import fr.predice.visio.messaging.DeliveryState;
import fr.predice.visio.messaging.Mail;
import fr.predice.visio.messaging.NewMessage;
import fr.predice.visio.messaging.Outbox;
import fr.predice.visio.messaging.sms.Gsm7;
import fr.predice.visio.messaging.sms.SmsLimits;
import fr.predice.visio.platform.config.Settings;
import fr.predice.visio.platform.limit.RateLimits;
import fr.predice.visio.platform.web.Texts;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** A mail or an SMS from an administrator to themselves, by the way that all messages take. */
@Stateless
public class TestMessages {
    private static final int MOST = 3;
    private static final Duration WINDOW = Duration.ofMinutes(10);
    private static final Duration WORTH_SENDING = Duration.ofMinutes(10);

    @Inject
    private Accounts accounts;

    @Inject
    private Outbox outbox;

    @Inject
    private RateLimits limits;

    @Inject
    private SmsLimits smsLimits;

    @Inject
    private AuditTrail audit;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    /**
     * Sends one to the account's own address or mobile.
     *
     * @throws fr.predice.visio.platform.limit.LimitReached after three in ten minutes, or with the site's last SMS
     */
    public void send(Channel channel, UUID administrator) {
        var account = accounts.active(administrator).orElseThrow();
        limits.take("verification-" + channel, administrator.toString(), MOST, WINDOW);
        if (channel == Channel.SMS) {
            smsLimits.takeForCode();
        }
        outbox.post(message(channel, account));
        audit.record(AuditAction.TEST_MESSAGE_SENT, administrator, administrator);
    }

    private NewMessage message(Channel channel, Account account) {
        var service = settings.branding().service();
        var until = clock.instant().plus(WORTH_SENDING);
        if (channel == Channel.SMS) {
            var text = Texts.get(account.language(), "verification.message.sms", service);
            return NewMessage.sms(about(channel, account.id()), account.mobile(), Gsm7.plain(text), until);
        }
        var mail = new Mail(
                account.mail(),
                Texts.get(account.language(), "verification.message.subject", service),
                Texts.get(account.language(), "verification.message.body", settings.publicAddress()),
                account.language());
        return NewMessage.mail(about(channel, account.id()), mail, until);
    }

    /** What became of the newest one. */
    public Optional<Delivery> delivery(Channel channel, UUID administrator) {
        return outbox.deliveryOf(about(channel, administrator)).map(DeliveryState::delivery);
    }

    /** Derived from the account, so that nobody can ask for another's. */
    private static UUID about(Channel channel, UUID administrator) {
        var name = "verification " + channel + " " + administrator;
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
