package fr.predice.visio.platform.token;

import fr.predice.visio.platform.config.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;

/**
 * HMAC-SHA256 under the site's pepper, for values short enough to be guessed from a plain hash: codes, numbers,
 * addresses.
 */
@ApplicationScoped
public class KeyedHash {
    private byte[] pepper;

    protected KeyedHash() {}

    @Inject
    public KeyedHash(Settings settings) {
        this.pepper = settings.keys().pepper();
    }

    /**
     * The hash of a value for one purpose, 64 hexadecimal characters. The length of each part is hashed with it, so
     * that ("a", "bc") and ("ab", "c") differ.
     */
    public String of(String purpose, String... parts) {
        var message = new StringBuilder().append(purpose.length()).append(':').append(purpose);
        for (var part : parts) {
            message.append(part.length()).append(':').append(part);
        }
        return new HmacUtils(HmacAlgorithms.HMAC_SHA_256, pepper).hmacHex(message.toString());
    }

    /** Compares two hashes in the same time wherever they differ. */
    public boolean same(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
    }
}
