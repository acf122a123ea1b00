package fr.predice.visio.platform.token;

import fr.predice.visio.platform.config.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;

/**
 * HMAC-SHA256 under the site's pepper, for values short enough to be guessed from a plain hash: codes, numbers,
 * addresses. Hashes made under a previous pepper are known as long as the site gives it.
 */
@ApplicationScoped
public class KeyedHash {
    private static final int NAME_LENGTH = 8;

    private List<byte[]> peppers;

    protected KeyedHash() {}

    @Inject
    public KeyedHash(Settings settings) {
        this.peppers = settings.keys().peppers();
    }

    /**
     * The hash of a value for one purpose, 64 hexadecimal characters. The length of each part is hashed with it, so
     * that ("a", "bc") and ("ab", "c") differ.
     */
    public String of(String purpose, String... parts) {
        return hash(peppers.get(0), purpose, parts);
    }

    /** The hashes that the value has, or had under a previous pepper; that of now first. */
    public List<String> each(String purpose, String... parts) {
        return peppers.stream().map(pepper -> hash(pepper, purpose, parts)).toList();
    }

    /** Whether it is the value's hash, or was; compared in the same time wherever they differ. */
    public boolean is(String hash, String purpose, String... parts) {
        return each(purpose, parts).stream().anyMatch(known -> same(hash, known));
    }

    /** Tells the pepper of now from others, and nothing else of it: 8 hexadecimal characters. */
    public String pepperName() {
        return name(peppers.get(0));
    }

    /** Whether the site gives the pepper of that name. */
    public boolean knowsPepper(String name) {
        return peppers.stream().anyMatch(pepper -> name(pepper).equals(name));
    }

    private static String name(byte[] pepper) {
        return hash(pepper, "pepper-name").substring(0, NAME_LENGTH);
    }

    private static String hash(byte[] pepper, String purpose, String... parts) {
        var message = new StringBuilder().append(purpose.length()).append(':').append(purpose);
        for (var part : parts) {
            message.append(part.length()).append(':').append(part);
        }
        return new HmacUtils(HmacAlgorithms.HMAC_SHA_256, pepper).hmacHex(message.toString());
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.US_ASCII), other.getBytes(StandardCharsets.US_ASCII));
    }
}
