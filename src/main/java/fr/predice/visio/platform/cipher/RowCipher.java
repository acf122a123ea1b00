package fr.predice.visio.platform.cipher;

import fr.predice.visio.platform.config.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-256-GCM for what must be read again, but not by whoever has the database alone: 12 random bytes of nonce, then
 * ciphertext and tag. The row's id and the field's name are authenticated with it, so a text cannot be moved to another
 * row.
 */
@ApplicationScoped
public class RowCipher {
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private SecretKey key;

    protected RowCipher() {}

    @Inject
    public RowCipher(Settings settings) {
        this.key = new SecretKeySpec(settings.keys().message(), "AES");
    }

    public byte[] seal(UUID row, String field, String text) {
        var nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        var sealed = apply(Cipher.ENCRYPT_MODE, nonce, row, field, text.getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.allocate(NONCE_BYTES + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
    }

    /** @throws IllegalStateException if it was sealed under another key, for another row, or changed since */
    public String open(UUID row, String field, byte[] sealed) {
        if (sealed == null || sealed.length < NONCE_BYTES) {
            throw new IllegalStateException("row " + row + " holds no " + field);
        }
        var buffer = ByteBuffer.wrap(sealed);
        var nonce = new byte[NONCE_BYTES];
        buffer.get(nonce);
        var rest = new byte[buffer.remaining()];
        buffer.get(rest);
        return new String(apply(Cipher.DECRYPT_MODE, nonce, row, field, rest), StandardCharsets.UTF_8);
    }

    private byte[] apply(int mode, byte[] nonce, UUID row, String field, byte[] input) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD((row + ":" + field).getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException wrongKeyOrText) {
            throw new IllegalStateException("row " + row + " cannot be opened with VISIO_MESSAGE_KEY", wrongKeyOrText);
        }
    }
}
