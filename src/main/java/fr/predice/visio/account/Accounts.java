package fr.predice.visio.account;

import fr.predice.visio.account.password.InitialPassword;
import fr.predice.visio.account.password.PasswordHashing;
import fr.predice.visio.platform.phone.PhoneNumber;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** The people known here. */
@Stateless
public class Accounts {
    private static final String ONE_AT_A_TIME = "SELECT 1 FROM pg_advisory_xact_lock(hashtext('new account'))";
    private static final String WITH_IDENTIFIER =
            "SELECT a FROM Account a WHERE a.identifier = :identifier AND a.active = TRUE";

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Clock clock;

    @Inject
    private PasswordHashing hashing;

    @Inject
    private PasswordRenewal renewal;

    /** @param hash of a password that the person chose */
    public void open(NewAccount person, String hash) {
        entities.persist(new Account(person, hash, clock.instant()));
    }

    /** Or did, before the account was closed. */
    public boolean anybodyAdministers() {
        return entities.createQuery("SELECT count(a) FROM Account a WHERE a.role = :role", Long.class)
                        .setParameter("role", Role.ADMIN)
                        .getSingleResult()
                > 0;
    }

    /** @param hash of a password from {@link InitialPassword}, whose validity begins now */
    public Account openToBeChanged(NewAccount person, String hash) {
        var account = new Account(person, hash, clock.instant());
        account.startWithInitialPassword(clock.instant().plus(InitialPassword.VALIDITY));
        entities.persist(account);
        return account;
    }

    public boolean knows(String identifier) {
        return byIdentifier(identifier).isPresent();
    }

    /**
     * The active account with this identifier and password. An unknown identifier costs the same hashing as a wrong
     * password, outside any transaction, so that neither time nor a held connection tells them apart.
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Optional<Account> authenticate(String identifier, String password) {
        var account = byIdentifier(identifier);
        if (!hashing.matches(password, account.map(Account::passwordHash))) {
            return Optional.empty();
        }
        renew(account.orElseThrow(), password);
        return account;
    }

    /** The password is known at this moment alone. */
    private void renew(Account account, String password) {
        if (hashing.isOutdated(account.passwordHash())) {
            renewal.replace(account, hashing.hash(password));
        }
    }

    public Optional<Account> active(UUID id) {
        return entities.createQuery("SELECT a FROM Account a WHERE a.id = :id AND a.active = TRUE", Account.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    /** The account, active or not, that mail to this address is for. */
    public Optional<Account> withMail(MailAddress mail) {
        return entities.createQuery(
                        "SELECT a FROM Account a WHERE lower(a.mail) = :mail ORDER BY a.createdAt", Account.class)
                .setParameter("mail", mail.key())
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** The account, active or not, with this identifier in lower case. */
    public Optional<Account> withIdentifier(String identifier) {
        if (!Account.IDENTIFIER.matcher(identifier).matches()) {
            return Optional.empty();
        }
        return entities.createQuery("SELECT a FROM Account a WHERE a.identifier = :identifier", Account.class)
                .setParameter("identifier", identifier)
                .getResultStream()
                .findFirst();
    }

    /** The account, active or not, of the professional with this number. */
    public Optional<Account> withNumber(ProfessionalNumber number) {
        return entities.createQuery("SELECT a FROM Account a WHERE a.professionalNumber = :number", Account.class)
                .setParameter("number", number.digits())
                .getResultStream()
                .findFirst();
    }

    /**
     * Until the caller's transaction is over, nobody else opens an account, proves a mail address, or moves people to
     * another establishment.
     */
    public void oneAtATime() {
        entities.createNativeQuery(ONE_AT_A_TIME, Integer.class).getSingleResult();
    }

    public void changeMail(UUID id, MailAddress mail) {
        change(id, "mail", mail.text());
    }

    public void changeMobile(UUID id, PhoneNumber mobile) {
        change(id, "mobile", mobile.e164());
    }

    public void changeLanguage(UUID id, Locale language) {
        change(id, "language", language.getLanguage());
    }

    /** Whoever came in showed that it is theirs. */
    public void proveNumber(UUID id) {
        entities.createQuery("UPDATE Account a SET a.numberProved = TRUE WHERE a.id = :id")
                .setParameter("id", id)
                .executeUpdate();
    }

    /** This column alone: what others change at the same time stays. */
    private void change(UUID id, String attribute, String value) {
        entities.createQuery("UPDATE Account a SET a." + attribute + " = :value WHERE a.id = :id")
                .setParameter("value", value)
                .setParameter("id", id)
                .executeUpdate();
    }

    /**
     * An identifier that nobody has yet, like {@code camille.martin} or {@code camille.martin2}. Until the caller's
     * transaction is over, nobody else gets one: two accounts are never opened for the same person at once.
     */
    public String freeIdentifier(String givenName, String familyName) {
        oneAtATime();
        var stem = Identifiers.stem(givenName, familyName);
        var taken = entities.createQuery(
                        "SELECT a.identifier FROM Account a WHERE a.identifier LIKE :stem ESCAPE '!'", String.class)
                .setParameter("stem", stem.replaceAll("[!%_]", "!$0") + "%")
                .getResultList();
        return Identifiers.free(stem, taken);
    }

    private Optional<Account> byIdentifier(String identifier) {
        if (!Account.IDENTIFIER.matcher(identifier).matches()) {
            return Optional.empty();
        }
        return entities.createQuery(WITH_IDENTIFIER, Account.class)
                .setParameter("identifier", identifier)
                .getResultStream()
                .findFirst();
    }
}
