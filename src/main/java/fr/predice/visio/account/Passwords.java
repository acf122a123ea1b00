package fr.predice.visio.account;

import fr.predice.visio.account.password.PasswordHashing;
import fr.predice.visio.account.password.PasswordRefused;
import fr.predice.visio.account.password.PasswordRules;
import fr.predice.visio.audit.AuditAction;
import fr.predice.visio.audit.AuditTrail;
import fr.predice.visio.platform.config.Settings;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How one password comes in place of another. Judging and hashing take long and wait in a crowd, so that they are done
 * outside any transaction, and what they made is given to the account in a short one.
 */
@Stateless
public class Passwords {
    @PersistenceContext
    private EntityManager entities;

    @Inject
    private PasswordHashing hashing;

    @Inject
    private PasswordRules rules;

    @Inject
    private Settings settings;

    @Inject
    private AuditTrail audit;

    /** @throws PasswordRefused if it is too weak to have, see {@link PasswordRules}, or the one that the account has */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public NewPassword prepare(Account account, String password) {
        judge(password, account.ownWords());
        if (hashing.matches(password, Optional.of(account.passwordHash()))) {
            throw new PasswordRefused(PasswordRules.Refusal.SAME);
        }
        return new NewPassword(account.id(), account.passwordHash(), hashing.hash(password));
    }

    /**
     * For an account that is to be opened.
     *
     * @param ownWords what the password must not be made of
     * @throws PasswordRefused if it is too weak to have
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public String hash(String password, List<String> ownWords) {
        judge(password, ownWords);
        return hashing.hash(password);
    }

    /** Whether whoever is signed in is the one who knows the password too. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public boolean isPassword(Account account, String password) {
        return hashing.matches(password, Optional.of(account.passwordHash()));
    }

    /**
     * The account has it from now on, its sessions are over, and the trail says so, in the caller's transaction.
     *
     * @param address the client's
     * @return nothing if the account is closed, or has another password than it had
     */
    public Optional<Account> give(NewPassword prepared, AuditAction as, String address) {
        var account = Optional.ofNullable(
                        entities.find(Account.class, prepared.account(), LockModeType.PESSIMISTIC_WRITE))
                .filter(Account::isActive)
                .filter(found -> found.passwordHash().equals(prepared.former()));
        account.ifPresent(found -> {
            found.choosePassword(prepared.hash());
            audit.record(as, found.id().toString(), AuditTrail.NOBODY, address);
        });
        return account;
    }

    private void judge(String password, List<String> ownWords) {
        var own = new ArrayList<>(ownWords);
        own.add(settings.branding().name());
        own.add(settings.branding().service());
        rules.refusal(password, own).ifPresent(why -> {
            throw new PasswordRefused(why);
        });
    }
}
