package fr.predice.visio.account.administration;

import fr.predice.visio.account.Account;
import fr.predice.visio.account.Role;
import fr.predice.visio.account.password.InitialPassword;
import fr.predice.visio.messaging.Mail;
import fr.predice.visio.messaging.NewMessage;
import fr.predice.visio.platform.config.Settings;
import fr.predice.visio.platform.web.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;

/** The mails that give somebody an initial password, in the account's language. */
@ApplicationScoped
public class InitialPasswordMail {
    /** A mail that could not leave for so long is not worth sending. */
    private static final Duration WORTH_SENDING = Duration.ofHours(24);

    private Settings settings;

    protected InitialPasswordMail() {}

    @Inject
    InitialPasswordMail(Settings settings) {
        this.settings = settings;
    }

    /** To somebody who asked for no account. */
    public NewMessage opened(Account account, String password, Instant now) {
        return message(account, account.role() == Role.ORGANIZER ? "opened" : "staff", password, now);
    }

    NewMessage renewed(Account account, String password, Instant now) {
        return message(account, "renewed", password, now);
    }

    private NewMessage message(Account account, String kind, String password, Instant now) {
        var service = settings.branding().service();
        var body = Texts.get(
                account.language(),
                "console.mail." + kind + ".body",
                account.displayName(),
                account.identifier(),
                password,
                settings.publicAddress() + account.role().signInPage(),
                InitialPassword.VALIDITY.toHours(),
                service,
                settings.branding().supportPhone());
        var subject = Texts.get(account.language(), "console.mail." + kind + ".subject", service);
        return NewMessage.mail(
                account.id(), new Mail(account.mail(), subject, body, account.language()), now.plus(WORTH_SENDING));
    }
}
