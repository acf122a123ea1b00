package fr.predice.visio.account.recovery;

import fr.predice.visio.account.Account;
import fr.predice.visio.account.AccountMail;
import fr.predice.visio.messaging.NewMessage;
import fr.predice.visio.platform.token.SecretToken;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;

/** The mails to people who could not get in. */
@ApplicationScoped
class RecoveryMail {
    private static final Duration WORTH_SENDING = Duration.ofHours(24);

    @Inject
    private AccountMail mails;

    NewMessage link(RecoveryRequest asked, Account account, SecretToken link, Instant now) {
        var address = mails.address("/mot-de-passe#" + link.text());
        return NewMessage.mail(
                asked.id(),
                mails.to(account, "link", account.displayName(), address, PasswordLink.VALIDITY.toMinutes()),
                now.plus(PasswordLink.VALIDITY));
    }

    NewMessage identifier(RecoveryRequest asked, Account account, Instant now) {
        return NewMessage.mail(
                asked.id(),
                mails.to(account, "identifier", account.displayName(), account.identifier(), mails.door(account)),
                now.plus(WORTH_SENDING));
    }

    NewMessage closed(RecoveryRequest asked, Account account, Instant now) {
        return NewMessage.mail(
                asked.id(),
                mails.to(account, "closed", account.displayName(), mails.supportPhone()),
                now.plus(WORTH_SENDING));
    }

    NewMessage changed(Account account, Instant now) {
        return NewMessage.mail(
                account.id(),
                mails.to(
                        account,
                        "password",
                        account.displayName(),
                        mails.address("/mot-de-passe-oublie"),
                        mails.supportPhone()),
                now.plus(WORTH_SENDING));
    }
}
