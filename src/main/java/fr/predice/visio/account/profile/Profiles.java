package fr.predice.visio.account.profile;

import fr.predice.visio.account.Account;
import fr.predice.visio.account.Accounts;
import fr.predice.visio.account.NewPassword;
import fr.predice.visio.account.Passwords;
import fr.predice.visio.account.recovery.PasswordNews;
import fr.predice.visio.audit.AuditAction;
import fr.predice.visio.audit.AuditTrail;
import fr.predice.visio.platform.limit.RateLimits;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** People's own accounts, as they see and change them. */
@Stateless
public class Profiles {
    private static final int TRIES = 10;
    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final String OWN = """
            SELECT new fr.predice.visio.account.profile.Profile(a.displayName, a.identifier, a.role, a.mail, a.mobile,
                a.language, a.profession, a.professionalNumber, e.name, e.town)
            FROM Account a LEFT JOIN Establishment e ON e.id = a.establishmentId WHERE a.id = :id""";

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private RateLimits limits;

    @Inject
    private Accounts accounts;

    @Inject
    private Passwords passwords;

    @Inject
    private PasswordNews news;

    @Inject
    private AuditTrail audit;

    public Optional<Profile> of(UUID account) {
        return entities.createQuery(OWN, Profile.class)
                .setParameter("id", account)
                .getResultStream()
                .findFirst();
    }

    /**
     * Before anything that whoever finds an open session must not do.
     *
     * @throws CurrentPasswordWrong if it is not the account's password
     * @throws fr.predice.visio.platform.limit.LimitReached after too many tries
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Account confirm(UUID account, String password) {
        limits.take("own-password", account.toString(), TRIES, WINDOW);
        var own = accounts.active(account).filter(found -> passwords.isPassword(found, password));
        if (own.isEmpty()) {
            audit.recordRefusal(AuditAction.PASSWORD_REFUSED, account.toString(), AuditTrail.NOBODY);
            throw new CurrentPasswordWrong();
        }
        return own.get();
    }

    /**
     * Another password, after which all sessions are over, and the owner is told by mail.
     *
     * @param prepared in place of the current one, which was confirmed
     * @return the account, in which a session may be opened again
     * @throws CurrentPasswordWrong if the current one was changed meanwhile
     */
    public Account changePassword(NewPassword prepared, String address) {
        var account =
                passwords.give(prepared, AuditAction.PASSWORD_CHANGED, address).orElseThrow(CurrentPasswordWrong::new);
        news.changed(account);
        return account;
    }

    /** The language of mails and SMS. */
    public void changeLanguage(UUID id, Locale language, String address) {
        accounts.changeLanguage(id, language);
        audit.record(AuditAction.LANGUAGE_CHANGED, id.toString(), language.getLanguage(), address);
    }
}
