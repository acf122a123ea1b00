package fr.predice.visio.verification;

import static fr.predice.visio.verification.Finding.State.CARE;
import static fr.predice.visio.verification.Finding.State.NONE;
import static fr.predice.visio.verification.Finding.State.WELL;
import static fr.predice.visio.verification.Finding.State.WRONG;

import fr.predice.visio.messaging.sms.ovh.SmsAccount;
import fr.predice.visio.platform.config.Messaging;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Whether the mail server and the SMS provider are there and know us. Sends nothing. */
public final class MessageCheck implements Check {
    private final Messaging settings;
    private final Supplier<Optional<String>> mailTrouble;
    private final Supplier<SmsAccount> smsAccount;

    /**
     * @param mailTrouble why the mail server cannot be used, in names of classes; asked where mail leaves by SMTP
     * @param smsAccount asked where SMS leave by OVH
     */
    public MessageCheck(Messaging settings, Supplier<Optional<String>> mailTrouble, Supplier<SmsAccount> smsAccount) {
        this.settings = settings;
        this.mailTrouble = mailTrouble;
        this.smsAccount = smsAccount;
    }

    @Override
    public String name() {
        return "messages";
    }

    @Override
    public List<Finding> look() {
        return List.of(mail(), sms());
    }

    private Finding mail() {
        if (!settings.mailGateway().equals("smtp")) {
            return without("mail", settings.mailGateway());
        }
        return mailTrouble
                .get()
                .map(why -> Finding.of("mail", WRONG, "away", why))
                .orElseGet(() -> Finding.of("mail", WELL, "well"));
    }

    private Finding sms() {
        return settings.ovh()
                .filter(ovh -> settings.smsGateway().equals("ovh"))
                .map(ovh -> sms(ovh, smsAccount.get()))
                .orElseGet(() -> without("sms", settings.smsGateway()));
    }

    /** @param gateway {@code none}, or {@code demo}, where messages stay on this server on purpose */
    private static Finding without(String subject, String gateway) {
        return Finding.of(subject, gateway.equals("none") ? CARE : NONE, gateway);
    }

    private static Finding sms(Messaging.Ovh ovh, SmsAccount account) {
        if (account.problem().isPresent()) {
            return Finding.of("sms", WRONG, account.problem().get());
        }
        var left = (long) account.credits().orElse(0);
        return left < ovh.lowCredit()
                ? Finding.of("sms", CARE, "low", left, ovh.lowCredit())
                : Finding.of("sms", WELL, "well", left);
    }
}
