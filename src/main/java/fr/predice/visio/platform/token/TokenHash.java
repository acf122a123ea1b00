package fr.predice.visio.platform.token;

import org.apache.commons.codec.digest.DigestUtils;

/** SHA-256 of a token in hexadecimal: all that is kept of it. Plain, since 128 random bits cannot be guessed back. */
public record TokenHash(String hex) {
    static TokenHash of(SecretToken token) {
        return new TokenHash(DigestUtils.sha256Hex(token.text()));
    }
}
