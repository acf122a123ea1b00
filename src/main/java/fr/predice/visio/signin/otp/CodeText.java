package fr.predice.visio.signin.otp;

import fr.predice.visio.account.Account;
import fr.predice.visio.messaging.Mail;
import fr.predice.visio.messaging.NewMessage;
import fr.predice.visio.messaging.sms.Gsm7;
import fr.predice.visio.platform.config.Settings;
import fr.predice.visio.platform.web.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;

/** The words around a code. */
@ApplicationScoped
class CodeText {
    private Settings settings;

    protected CodeText() {}

    @Inject
    CodeText(Settings settings) {
        this.settings = settings;
    }

    NewMessage message(Challenge challenge, Account account, String code, Locale language) {
        if (challenge.way() == Way.SMS) {
            return NewMessage.sms(challenge.id(), account.mobile(), sms(code, language), challenge.codeExpiresAt());
        }
        var service = settings.branding().service();
        var mail = new Mail(
                account.mail(),
                Texts.get(language, "mail.code.subject", service),
                Texts.get(language, "mail.code.body", service, code),
                language);
        return NewMessage.mail(challenge.id(), mail, challenge.codeExpiresAt());
    }

    String sms(String code, Locale language) {
        return Gsm7.plain(Texts.get(language, "sms.code", settings.branding().service(), code));
    }
}
