package fr.predice.visio.signin.authenticator;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.spec.SecretKeySpec;

/** Codes of an app (RFC 6238): six digits, HMAC-SHA-1, the only ones that every app knows. */
final class TimeCodes {
    static final Duration STEP = Duration.ofSeconds(30);

    /** A clock may be late or early by one step (RFC 6238 §5.2). */
    private static final int TOLERANCE = 1;

    private final SecretKeySpec secret;

    TimeCodes(byte[] secret) {
        this.secret = new SecretKeySpec(secret, "HmacSHA1");
    }

    String at(Instant now) {
        try {
            var code = new TimeBasedOneTimePasswordGenerator(STEP, 6).generateOneTimePassword(secret, now);
            return String.format(Locale.ROOT, "%06d", code);
        } catch (InvalidKeyException cannotHappen) {
            throw new IllegalStateException(cannotHappen);
        }
    }

    /**
     * The step that this code is of.
     *
     * @param last the last step of which a code was accepted: none up to there is (RFC 6238 §5.2)
     */
    OptionalLong step(String code, Instant now, long last) {
        var current = Math.floorDiv(now.getEpochSecond(), STEP.toSeconds());
        return LongStream.rangeClosed(current - TOLERANCE, current + TOLERANCE)
                .filter(step -> step > last && same(code, at(Instant.ofEpochSecond(step * STEP.toSeconds()))))
                .findFirst();
    }

    private static boolean same(String typed, String code) {
        return MessageDigest.isEqual(typed.getBytes(StandardCharsets.UTF_8), code.getBytes(StandardCharsets.UTF_8));
    }
}
