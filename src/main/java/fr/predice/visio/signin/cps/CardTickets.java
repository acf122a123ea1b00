package fr.predice.visio.signin.cps;

import fr.predice.visio.account.Account;
import fr.predice.visio.account.Accounts;
import fr.predice.visio.platform.token.SecretToken;
import fr.predice.visio.platform.token.TokenHash;
import fr.predice.visio.platform.watch.NeedsDatabase;
import fr.predice.visio.signin.Door;
import fr.predice.visio.signin.cps.TicketRefused.Reason;
import jakarta.ejb.Schedule;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** From the page that reads cards to the portal: tickets of 30 seconds, good once, of which only hashes are kept. */
@Stateless
@NeedsDatabase
public class CardTickets {
    static final Duration VALIDITY = Duration.ofSeconds(30);
    private static final Duration KEPT = Duration.ofDays(1);

    private static final String ISSUE = """
            INSERT INTO card_ticket (hash, browser_hash, account_id, sessions, valid_until)
            VALUES (:hash, :browser, :account, :sessions, :until)""";

    /** One statement, which changes one row at most: of two who show it at once, one comes too late. */
    private static final String USE = """
            UPDATE card_ticket SET used_at = :now WHERE hash = :hash AND used_at IS NULL
            RETURNING browser_hash, CAST(account_id AS text), sessions, valid_until < :now""";

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Clock clock;

    @Inject
    private Accounts accounts;

    /** @param browser of what the browser holds that the card is read for */
    public SecretToken issue(Account account, TokenHash browser) {
        var ticket = SecretToken.random();
        entities.createNativeQuery(ISSUE)
                .setParameter("hash", ticket.hash().hex())
                .setParameter("browser", browser.hex())
                .setParameter("account", account.id())
                .setParameter("sessions", account.sessions())
                .setParameter("until", clock.instant().plus(VALIDITY))
                .executeUpdate();
        return ticket;
    }

    /**
     * Whose ticket it is. It is worth nothing afterwards, whatever the answer.
     *
     * @param browser what the browser holds that shows it
     * @throws TicketRefused for the first reason that holds
     */
    public Account redeem(SecretToken ticket, Optional<SecretToken> browser) {
        List<?> used = entities.createNativeQuery(USE, Tuple.class)
                .setParameter("now", clock.instant())
                .setParameter("hash", ticket.hash().hex())
                .getResultList();
        if (used.isEmpty()) {
            throw new TicketRefused(Reason.USED);
        }
        return owner((Tuple) used.get(0), browser);
    }

    private Account owner(Tuple row, Optional<SecretToken> browser) {
        var asked = row.get(0, String.class);
        if (browser.filter(own -> own.hash().hex().equals(asked)).isEmpty()) {
            throw new TicketRefused(Reason.OTHER_BROWSER);
        }
        if (row.get(3, Boolean.class)) {
            throw new TicketRefused(Reason.EXPIRED);
        }
        return accounts.active(UUID.fromString(row.get(1, String.class)))
                .filter(account -> Door.PORTAL.lets(account.role()) && account.sessions() == row.get(2, Integer.class))
                .orElseThrow(() -> new TicketRefused(Reason.CLOSED));
    }

    @Schedule(hour = "*", minute = "41", persistent = false)
    void forgetPast() {
        entities.createNativeQuery("DELETE FROM card_ticket WHERE valid_until < :limit")
                .setParameter("limit", clock.instant().minus(KEPT))
                .executeUpdate();
    }
}
