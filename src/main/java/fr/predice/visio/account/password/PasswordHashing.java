package fr.predice.visio.account.password;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;

/** Argon2id with the parameters of the OWASP Password Storage Cheat Sheet: 19 MiB, 2 passes, 1 lane. About 50 ms. */
@ApplicationScoped
public class PasswordHashing {
    private static final Argon2Function ARGON2 = Argon2Function.getInstance(19_456, 2, 1, 32, Argon2.ID, 19);

    /**
     * So many may wait for a place, each with a thread of the server's: 40-undertow.cli gives it more than that, so
     * that other pages do not wait behind.
     */
    private static final int MOST_WAITING = 240;

    /** Bounds the memory and processors that a flood of sign-ins can take; first come, first served. */
    private final Semaphore places =
            new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()), true);

    private final String nobodysHash = hash(UUID.randomUUID().toString());

    public String hash(String password) {
        places.acquireUninterruptibly();
        try {
            return Password.hash(password).addRandomSalt(16).with(ARGON2).getResult();
        } finally {
            places.release();
        }
    }

    /** Compares with the hash, or, without one, with a hash that no password matches: the same work either way. */
    public boolean matches(String password, Optional<String> hash) {
        places.acquireUninterruptibly();
        try {
            var compared = hash.orElse(nobodysHash);
            return Password.check(password, compared).with(Argon2Function.getInstanceFromHash(compared))
                    && hash.isPresent();
        } finally {
            places.release();
        }
    }

    /** Made with other parameters than today's: it still matches, and is to be made anew. */
    public boolean isOutdated(String hash) {
        return !Argon2Function.getInstanceFromHash(hash).equals(ARGON2);
    }

    /** How many wait for a place. */
    public int waiting() {
        return places.getQueueLength();
    }

    /** Whether so many wait that one more had better come again in a moment. */
    public boolean isCrowded() {
        return places.getQueueLength() >= MOST_WAITING;
    }
}
