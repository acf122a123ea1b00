package fr.predice.visio.platform.token;

import java.security.SecureRandom;
import java.util.regex.Pattern;
import org.apache.commons.codec.binary.Base64;

/**
 * 128 random bits as 22 characters of base64url (RFC 4648 §5). Sixteen bytes never end in '-', so SMS apps link it
 * whole.
 */
public record SecretToken(String text) {
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{21}[AQgw]");
    private static final SecureRandom RANDOM = new SecureRandom();

    /** @throws IllegalArgumentException if the text is not 22 characters that encode 16 bytes */
    public SecretToken {
        if (text == null || !SHAPE.matcher(text).matches()) {
            throw new IllegalArgumentException("not a token");
        }
    }

    public static SecretToken random() {
        var bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return new SecretToken(Base64.encodeBase64URLSafeString(bytes));
    }

    public TokenHash hash() {
        return TokenHash.of(this);
    }

    @Override
    public String toString() {
        return "SecretToken[hidden]";
    }
}
