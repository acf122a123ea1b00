package fr.predice.visio.signin.prosante;

import fr.predice.visio.platform.limit.RateLimits;
import fr.predice.visio.platform.token.SecretToken;
import fr.predice.visio.platform.watch.NeedsDatabase;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Who is on the way to the provider. The row waits on no node in particular, for one browser, and is taken once. */
@Stateless
@NeedsDatabase
public class Starts {
    /** To find the card or the telephone, and to type a PIN wrong twice. */
    static final Duration VALIDITY = Duration.ofMinutes(10);

    /** A whole hospital may share one address. */
    private static final int PER_ADDRESS = 300;

    private static final String TAKE = """
            DELETE FROM prosante_start
            WHERE state_hash = :state AND browser_hash = :browser AND started_at > :limit
            RETURNING return_to""";

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Clock clock;

    @Inject
    private RateLimits limits;

    /**
     * @param browser what its cookie holds
     * @param returnTo the page asked for, one of our own
     * @param address the client's, as the limit counts it
     * @throws fr.predice.visio.platform.limit.LimitReached after too many from there
     */
    public void begin(SecretToken state, SecretToken browser, Optional<String> returnTo, String address) {
        limits.take("prosante-starts", address, PER_ADDRESS, VALIDITY);
        entities.createNativeQuery("""
                        INSERT INTO prosante_start (state_hash, browser_hash, return_to, started_at)
                        VALUES (:state, :browser, :page, :now)""")
                .setParameter("state", state.hash().hex())
                .setParameter("browser", browser.hash().hex())
                .setParameter("page", returnTo.orElse(""))
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    /** @return the page asked for, empty for none; nothing if this browser began no such sign-in, or too long ago */
    public Optional<String> take(SecretToken state, SecretToken browser) {
        List<?> taken = entities.createNativeQuery(TAKE, String.class)
                .setParameter("state", state.hash().hex())
                .setParameter("browser", browser.hash().hex())
                .setParameter("limit", clock.instant().minus(VALIDITY))
                .getResultList();
        return taken.stream().map(String.class::cast).findFirst();
    }
}
