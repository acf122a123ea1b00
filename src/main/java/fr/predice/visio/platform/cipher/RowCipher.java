package fr.predice.visio.platform.cipher;

import fr.predice.visio.platform.config.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-256-GCM for what must be read again, but not by whoever has the database alone: 12 random bytes of nonce, then
 * ciphertext and tag. The row's id and the field's name are authenticated with it, so a text cannot be moved to another
 * row. What a previous key sealed is opened as long as the site gives that key, see {@link Resealing}.
 */
@ApplicationScoped
public class RowCipher {
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int SHORTEST = NONCE_BYTES + TAG_BITS / Byte.SIZE;
    private static final SecureRandom RANDOM = new SecureRandom();

    private List<SecretKey> keys;

    protected RowCipher() {}

    @Inject
    public RowCipher(Settings settings) {
        this.keys = settings.keys().message().stream()
                .map(key -> (SecretKey) new SecretKeySpec(key, "AES"))
                .toList();
    }

    public byte[] seal(UUID row, String field, String text) {
        try {
            var nonce = new byte[NONCE_BYTES];
            RANDOM.nextBytes(nonce);
            var sealed =
                    apply(Cipher.ENCRYPT_MODE, keys.get(0), nonce, row, field, text.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.allocate(NONCE_BYTES + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** @throws IllegalStateException if it was sealed under an unknown key, for another row, or changed since */
    public String open(UUID row, String field, byte[] sealed) {
        if (sealed == null || sealed.length < SHORTEST) {
            throw new IllegalStateException("row " + row + " holds no " + field);
        }
        return keys.stream()
                .flatMap(key -> openWith(key, row, field, sealed).stream())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "row " + row + " cannot be opened with VISIO_MESSAGE_KEY, nor with a previous one"));
    }

    /** Whether the site gives a previous key. */
    boolean changing() {
        return keys.size() > 1;
    }

    /** Whether the key of now opens it, so that no previous one is needed. */
    boolean current(UUID row, String field, byte[] sealed) {
        return sealed.length >= SHORTEST
                && openWith(keys.get(0), row, field, sealed).isPresent();
    }

    private static Optional<String> openWith(SecretKey key, UUID row, String field, byte[] sealed) {
        try {
            var nonce = Arrays.copyOf(sealed, NONCE_BYTES);
            var rest = Arrays.copyOfRange(sealed, NONCE_BYTES, sealed.length);
            return Optional.of(
                    new String(apply(Cipher.DECRYPT_MODE, key, nonce, row, field, rest), StandardCharsets.UTF_8));
        } catch (GeneralSecurityException wrongKeyOrText) {
            return Optional.empty();
        }
    }

    private static byte[] apply(int mode, SecretKey key, byte[] nonce, UUID row, String field, byte[] input)
            throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD((row + ":" + field).getBytes(StandardCharsets.UTF_8));
        return cipher.doFinal(input);
    }
}
