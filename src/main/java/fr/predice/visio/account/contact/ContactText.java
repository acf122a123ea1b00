package fr.predice.visio.account.contact;

import fr.predice.visio.account.Account;
import fr.predice.visio.account.AccountMail;
import fr.predice.visio.messaging.Channel;
import fr.predice.visio.messaging.NewMessage;
import fr.predice.visio.messaging.sms.Gsm7;
import fr.predice.visio.platform.config.Settings;
import fr.predice.visio.platform.phone.PhoneNumber;
import fr.predice.visio.platform.token.SecretToken;
import fr.predice.visio.platform.web.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

/** The words to the new address or mobile, and to the old one. */
@ApplicationScoped
class ContactText {
    private static final Duration WORTH_SENDING = Duration.ofHours(24);

    private Settings settings;
    private AccountMail mails;

    protected ContactText() {}

    @Inject
    ContactText(Settings settings, AccountMail mails) {
        this.settings = settings;
        this.mails = mails;
    }

    /** To the new address, without a name: it may be a stranger's. */
    NewMessage link(ContactChange change, Account account, SecretToken link) {
        var page = mails.address("/confirmation-mail#" + link.text());
        var hours = ContactChange.validity(Channel.MAIL).toHours();
        return NewMessage.mail(
                change.id(),
                mails.at(change.newValue(), account, "contact.link", page, hours, mails.supportPhone()),
                change.validUntil());
    }

    /** To whoever has an account with this address already. */
    NewMessage taken(ContactChange change, Account owner) {
        return NewMessage.mail(
                change.id(),
                mails.to(owner, "contact.taken", owner.displayName(), owner.identifier(), mails.supportPhone()),
                change.validUntil());
    }

    /** Whoever did not ask for it at our page must be told where it is. */
    NewMessage code(ContactChange change, Account account, String code) {
        var to = new PhoneNumber(change.newValue());
        var until = change.validUntil();
        return change.askedBy().equals(account.id())
                ? sms(change, account, to, until, "code", code)
                : sms(change, account, to, until, "asked", code, mails.address("/confirmation"));
    }

    /** To the old address or mobile. */
    NewMessage announcement(ContactChange change, Account account, Instant now) {
        var until = now.plus(WORTH_SENDING);
        if (change.channel() == Channel.SMS) {
            return sms(change, account, account.mobile(), until, "changed", mails.supportPhone());
        }
        return NewMessage.mail(
                change.id(), mails.to(account, "contact.changed", account.displayName(), mails.supportPhone()), until);
    }

    private NewMessage sms(
            ContactChange change, Account account, PhoneNumber to, Instant until, String kind, String... told) {
        var arguments = Stream.concat(Stream.of(settings.branding().service()), Stream.of(told));
        var text = Texts.get(account.language(), "profile.sms.contact." + kind, arguments.toArray());
        return NewMessage.sms(change.id(), to, Gsm7.plain(text), until);
    }
}
