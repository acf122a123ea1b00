package fr.predice.visio.signin.prosante;

import fr.predice.visio.platform.limit.Ceiling;
import fr.predice.visio.platform.limit.LimitReached;
import fr.predice.visio.platform.limit.RateLimits;
import fr.predice.visio.platform.token.SecretToken;
import fr.predice.visio.platform.watch.NeedsDatabase;
import fr.predice.visio.signin.device.KnownDevices;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Who is on the way to the provider. The row waits on no node in particular, for one browser, and is taken once. */
@Stateless
@NeedsDatabase
public class Starts {
    /** To find the card or the telephone, and to type a PIN wrong twice. */
    static final Duration VALIDITY = Duration.ofMinutes(10);

    /** A whole hospital may share one address: browsers are stopped first, each for itself. */
    private static final int PER_ADDRESS = 300;

    private static final int PER_BROWSER = 30;

    private static final String TAKE = """
            DELETE FROM prosante_start WHERE state_hash = :state AND browser_hash = :browser
            RETURNING return_to, started_at""";

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Clock clock;

    @Inject
    private RateLimits limits;

    @Inject
    private KnownDevices devices;

    /** @param returnTo the page asked for, empty for none */
    public record Begun(String returnTo, Instant at) {
        public boolean isOver(Instant now) {
            return !now.isBefore(at.plus(VALIDITY));
        }
    }

    /**
     * Who begins, as it is counted.
     *
     * @param browser what its cookie holds
     * @param device what it holds if somebody signed in from there before
     * @param address the client's
     */
    public record Caller(SecretToken browser, Optional<SecretToken> device, String address) {}

    /**
     * @param returnTo the page asked for, one of our own
     * @throws fr.predice.visio.platform.limit.LimitReached after too many from there
     */
    public void begin(SecretToken state, Caller caller, Optional<String> returnTo) {
        limits.take(ceilings(caller));
        entities.createNativeQuery("""
                        INSERT INTO prosante_start (state_hash, browser_hash, return_to, started_at)
                        VALUES (:state, :browser, :page, :now)""")
                .setParameter("state", state.hash().hex())
                .setParameter("browser", caller.browser().hash().hex())
                .setParameter("page", returnTo.orElse(""))
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    /** @return nothing if this browser began no such sign-in, or if it was taken before */
    public Optional<Begun> take(SecretToken state, SecretToken browser) {
        List<?> taken = entities.createNativeQuery(TAKE, Tuple.class)
                .setParameter("state", state.hash().hex())
                .setParameter("browser", browser.hash().hex())
                .getResultList();
        return taken.stream()
                .map(Tuple.class::cast)
                .map(row -> new Begun(row.get(0, String.class), row.get(1, Instant.class)))
                .findFirst();
    }

    /** Whoever came in was none of those that the ceilings are there for, unless they come in without end. */
    public void arrived(Caller caller, UUID account) {
        try {
            limits.take("prosante-arrivals", account.toString(), PER_BROWSER, VALIDITY);
        } catch (LimitReached often) {
            return;
        }
        for (var ceiling : ceilings(caller)) {
            limits.giveBack(ceiling);
        }
    }

    /** A device that somebody signed in from is counted for itself alone: no neighbour of it locks it out. */
    private Ceiling[] ceilings(Caller caller) {
        var device = caller.device().filter(devices::isOurs);
        var self = device.orElse(caller.browser()).hash().hex();
        var own = new Ceiling("prosante-browser", self, PER_BROWSER, VALIDITY);
        return device.isPresent()
                ? new Ceiling[] {own}
                : new Ceiling[] {own, new Ceiling("prosante-starts", caller.address(), PER_ADDRESS, VALIDITY)};
    }
}
