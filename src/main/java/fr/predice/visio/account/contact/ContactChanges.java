package fr.predice.visio.account.contact;

import fr.predice.visio.account.Account;
import fr.predice.visio.account.Accounts;
import fr.predice.visio.account.MailAddress;
import fr.predice.visio.account.Role;
import fr.predice.visio.account.recovery.PasswordLinks;
import fr.predice.visio.audit.AuditAction;
import fr.predice.visio.audit.AuditTrail;
import fr.predice.visio.messaging.Channel;
import fr.predice.visio.messaging.Outbox;
import fr.predice.visio.messaging.sms.SmsLimits;
import fr.predice.visio.platform.limit.RateLimits;
import fr.predice.visio.platform.phone.PhoneNumber;
import fr.predice.visio.platform.token.KeyedHash;
import fr.predice.visio.platform.token.SecretToken;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** New mail addresses and mobiles: asked for, proved, and then the account's own. */
@Stateless
public class ContactChanges {
    private static final String CODE = "contact-code";
    private static final int PER_ACCOUNT = 6;
    private static final Duration WINDOW = Duration.ofHours(1);
    private static final SecureRandom RANDOM = new SecureRandom();

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Clock clock;

    @Inject
    private KeyedHash hash;

    @Inject
    private RateLimits limits;

    @Inject
    private SmsLimits smsLimits;

    @Inject
    private Accounts accounts;

    @Inject
    private PasswordLinks passwordLinks;

    @Inject
    private ContactText text;

    @Inject
    private ProofTries tries;

    @Inject
    private Outbox outbox;

    @Inject
    private AuditTrail audit;

    /**
     * Sends a link to a new mail address (24 h), or a code of six digits to a new mobile (30 min). What was asked for
     * before on the same channel is over. An address that somebody else has gets a mail that says so in place of the
     * link; the answer here is the same.
     *
     * @param askedBy the account's owner, or an administrator
     * @param address the client's, as the limit counts it
     * @throws fr.predice.visio.platform.limit.LimitReached after too many requests for this account, or too many SMS
     * @throws ProofRefused if the account is closed
     */
    public void ask(UUID account, NewContact contact, UUID askedBy, String address) {
        limits.take("contact-changes", account.toString(), PER_ACCOUNT, WINDOW);
        if (contact.channel() == Channel.SMS) {
            // One with the code, and one to the old mobile once it is proved.
            smsLimits.takeForCode();
            smsLimits.takeForCode();
        }
        accounts.oneAtATime();
        var owner = accounts.active(account).orElseThrow(ProofRefused::new);
        cancel(account, contact.channel());
        var change = new ContactChange(owner, contact, askedBy, clock.instant());
        send(change, owner);
        entities.persist(change);
        audit.record(AuditAction.CONTACT_ASKED, askedBy.toString(), account.toString(), address);
    }

    private void send(ContactChange change, Account owner) {
        if (change.channel() == Channel.SMS) {
            var code = String.format(Locale.ROOT, "%06d", RANDOM.nextInt(1_000_000));
            change.provedBy(hmac(change, code));
            outbox.post(text.code(change, owner, code));
            return;
        }
        var link = SecretToken.random();
        change.provedBy(link.hash().hex());
        var taken = otherOwner(change);
        outbox.post(taken.isPresent() ? text.taken(change, taken.get()) : text.link(change, owner, link));
    }

    /** What waits for its proof is over; so is what was sent about it. */
    public void cancel(UUID account, Channel channel) {
        pendingChange(account, channel).ifPresent(change -> {
            outbox.withdraw(change.id());
            entities.remove(change);
            entities.flush();
        });
    }

    public Optional<Pending> pending(UUID account, Channel channel) {
        return pendingChange(account, channel)
                .filter(change -> clock.instant().isBefore(change.validUntil()) && change.attemptsLeft() > 0)
                .map(change -> new Pending(change.newValue(), change.validUntil()));
    }

    /**
     * The mobile is the account's from now on.
     *
     * @param identifier of the account: whoever got the code by a wrong number does not know it
     * @throws ProofRefused if anything is wrong; five tries in all
     */
    public void proveMobile(String identifier, String code, String address) {
        var waiting = tries.countCode(identifier)
                .filter(change -> hash.is(change.proofHash(), CODE, change.id().toString(), code));
        prove(waiting, identifier, address);
    }

    /**
     * The mail address is the account's from now on.
     *
     * @param identifier of the account: whoever got the link at a wrong address does not know it
     * @throws ProofRefused if anything is wrong; five tries in all
     */
    public void proveMail(String identifier, SecretToken link, String address) {
        prove(tries.countLink(link.hash()), identifier, address);
    }

    private void prove(Optional<ContactChange> waiting, String identifier, String address) {
        var change = waiting.orElseThrow(ProofRefused::new);
        var account = accounts.active(change.accountId())
                .filter(owner -> owner.identifier().equals(identifier))
                .filter(owner -> stillAsked(change, owner))
                .orElseThrow(ProofRefused::new);
        var used = entities.createQuery("DELETE FROM ContactChange c WHERE c.id = :id")
                .setParameter("id", change.id())
                .executeUpdate();
        accounts.oneAtATime();
        if (used != 1 || otherOwner(change).isPresent()) {
            throw new ProofRefused();
        }
        outbox.post(text.announcement(change, account, clock.instant()));
        if (change.channel() == Channel.SMS) {
            accounts.changeMobile(account.id(), new PhoneNumber(change.newValue()));
        } else {
            accounts.changeMail(account.id(), new MailAddress(change.newValue()));
            passwordLinks.forget(account.id());
        }
        audit.record(
                AuditAction.CONTACT_CHANGED,
                account.id().toString(),
                change.channel().name(),
                address);
    }

    /** Whoever asked for it may still do so. */
    private boolean stillAsked(ContactChange change, Account owner) {
        return change.askedByOwner()
                ? change.asOf(owner)
                : accounts.active(change.askedBy())
                        .filter(officer -> officer.role() == Role.ADMIN)
                        .isPresent();
    }

    private Optional<Account> otherOwner(ContactChange change) {
        return change.channel() == Channel.SMS
                ? Optional.empty()
                : accounts.withMail(new MailAddress(change.newValue()))
                        .filter(owner -> !owner.id().equals(change.accountId()));
    }

    private Optional<ContactChange> pendingChange(UUID account, Channel channel) {
        return entities.createQuery(
                        "SELECT c FROM ContactChange c WHERE c.accountId = :account AND c.channel = :channel",
                        ContactChange.class)
                .setParameter("account", account)
                .setParameter("channel", channel)
                .getResultStream()
                .findFirst();
    }

    private String hmac(ContactChange change, String code) {
        return hash.of(CODE, change.id().toString(), code);
    }
}
