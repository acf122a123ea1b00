package fr.predice.visio.admin;

import java.util.Optional;
import java.util.UUID;

/** Ids as addresses and forms name them. */
final class Ids {
    private Ids() {}

    /** Nothing for whatever is none. */
    static Optional<UUID> read(String text) {
        try {
            return Optional.of(UUID.fromString(String.valueOf(text)));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}
