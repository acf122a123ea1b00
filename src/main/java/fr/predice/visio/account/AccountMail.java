package fr.predice.visio.account;

import fr.predice.visio.messaging.Mail;
import fr.predice.visio.platform.config.Settings;
import fr.predice.visio.platform.web.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Mails to people about their accounts, in their language: texts {@code profile.mail.*}. */
@ApplicationScoped
public class AccountMail {
    private Settings settings;

    protected AccountMail() {}

    @Inject
    AccountMail(Settings settings) {
        this.settings = settings;
    }

    public Mail to(Account account, String kind, Object... arguments) {
        return at(account.mail(), account, kind, arguments);
    }

    /** @param address in place of the account's own */
    public Mail at(String address, Account account, String kind, Object... arguments) {
        var service = settings.branding().service();
        return new Mail(
                address,
                Texts.get(account.language(), "profile.mail." + kind + ".subject", service),
                Texts.get(account.language(), "profile.mail." + kind + ".body", arguments),
                account.language());
    }

    /** One of our pages, as a link says it. */
    public String address(String path) {
        return settings.publicAddress() + path;
    }

    /** The page where this person signs in. */
    public String door(Account account) {
        return address(account.role().signInPage());
    }

    public String supportPhone() {
        return settings.branding().supportPhone();
    }
}
