package fr.predice.visio.account.administration;

import fr.predice.visio.account.Accounts;
import fr.predice.visio.account.MailAddress;
import fr.predice.visio.account.NewAccount;
import fr.predice.visio.account.PersonName;
import fr.predice.visio.account.Role;
import fr.predice.visio.account.password.InitialPassword;
import fr.predice.visio.account.password.PasswordHashing;
import fr.predice.visio.account.registration.AlreadyKnown;
import fr.predice.visio.audit.AuditAction;
import fr.predice.visio.audit.AuditTrail;
import fr.predice.visio.messaging.Outbox;
import fr.predice.visio.platform.phone.PhoneNumber;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;

/** Those who help at the console. */
@Stateless
public class Staff {
    @Inject
    private Clock clock;

    @Inject
    private Accounts accounts;

    @Inject
    private PasswordHashing hashing;

    @Inject
    private Outbox outbox;

    @Inject
    private InitialPasswordMail mails;

    @Inject
    private AuditTrail audit;

    /**
     * Opens an account of {@link Role#SUPPORT}, and mails identifier and initial password.
     *
     * @return the identifier
     * @throws AlreadyKnown if somebody has an account with this mail address
     * @throws NotYours if the officer does not decide
     */
    public String open(PersonName givenName, PersonName familyName, MailAddress mail, PhoneNumber mobile, Officer by) {
        by.mustDecide();
        // Before the lock: it takes long.
        var password = InitialPassword.random();
        var hash = hashing.hash(password);
        var identifier = accounts.freeIdentifier(givenName.text(), familyName.text());
        if (accounts.withMail(mail).isPresent()) {
            throw new AlreadyKnown();
        }
        var account = accounts.openToBeChanged(
                new NewAccount(
                        identifier,
                        givenName.text() + " " + familyName.text(),
                        mobile,
                        mail.text(),
                        Role.SUPPORT,
                        Locale.FRENCH,
                        Optional.empty()),
                hash);
        outbox.post(mails.opened(account, password, clock.instant()));
        audit.record(
                AuditAction.ACCOUNT_OPENED,
                by.account().toString(),
                account.id().toString(),
                by.address());
        return identifier;
    }
}
