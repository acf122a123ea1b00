package fr.predice.visio.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/** Random secrets, made once and kept in a file of the owner's only. */
final class Secrets {
    private final Path file;
    private final Properties known = new Properties();

    Secrets(Path file) {
        this.file = file;
        if (Files.exists(file)) {
            try (var reader = Files.newBufferedReader(file)) {
                known.load(reader);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }

    /** 32 random bytes in base64, the same at each call and each start. */
    String get(String name) {
        if (!known.containsKey(name)) {
            var bytes = new byte[32];
            new SecureRandom().nextBytes(bytes);
            known.setProperty(name, Base64.getEncoder().encodeToString(bytes));
            save();
        }
        return known.getProperty(name);
    }

    private void save() {
        try {
            OwnerOnly.create(file);
            try (var writer = Files.newBufferedWriter(file)) {
                known.store(writer, null);
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
