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

    /** Bounds the memory and processors that a flood of sign-ins can take. */
    private final Semaphore places =
            new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()));

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
            return Password.check(password, hash.orElse(nobodysHash)).with(ARGON2) && hash.isPresent();
        } finally {
            places.release();
        }
    }
}
