package fr.predice.visio.account.registration;

import fr.predice.visio.account.Account;
import fr.predice.visio.account.password.InitialPassword;
import fr.predice.visio.messaging.Mail;
import fr.predice.visio.messaging.NewMessage;
import fr.predice.visio.platform.config.Settings;
import fr.predice.visio.platform.token.SecretToken;
import fr.predice.visio.platform.web.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** The mails around a request for an account. */
@ApplicationScoped
class RegistrationMail {
    /** A mail that could not leave for so long is not worth sending. */
    private static final Duration WORTH_SENDING = Duration.ofHours(24);

    private Settings settings;

    protected RegistrationMail() {}

    @Inject
    RegistrationMail(Settings settings) {
        this.settings = settings;
    }

    NewMessage proof(Registration asked, SecretToken link, Instant now) {
        return message(asked, "proof", now, asked.applicant().displayName(), address("/demande#" + link.text()));
    }

    /** To whoever has an account already, at the account's own address, in the account's language. */
    NewMessage alreadyKnown(Registration asked, Account account, Instant now) {
        var known = account.language();
        return NewMessage.mail(
                asked.id(),
                mail(
                        account.mail(),
                        "known",
                        known,
                        account.displayName(),
                        account.identifier(),
                        address(account.role().signInPage()),
                        settings.branding().supportPhone()),
                now.plus(WORTH_SENDING));
    }

    NewMessage accepted(Registration asked, Account account, String password, Instant now) {
        return message(
                asked,
                "accepted",
                now,
                account.displayName(),
                account.identifier(),
                password,
                address("/connexion"),
                InitialPassword.VALIDITY.toHours());
    }

    NewMessage refused(Registration asked, String reason, Instant now) {
        return message(
                asked,
                "refused",
                now,
                asked.applicant().displayName(),
                reason,
                settings.branding().supportPhone());
    }

    private NewMessage message(Registration asked, String kind, Instant now, Object... arguments) {
        var to = asked.applicant().mail().text();
        return NewMessage.mail(asked.id(), mail(to, kind, asked.language(), arguments), now.plus(WORTH_SENDING));
    }

    private Mail mail(String to, String kind, Locale language, Object... arguments) {
        var service = settings.branding().service();
        return new Mail(
                to,
                Texts.get(language, "mail.registration." + kind + ".subject", service),
                Texts.get(language, "mail.registration." + kind + ".body", arguments),
                language);
    }

    private String address(String path) {
        return settings.publicAddress() + path;
    }
}
