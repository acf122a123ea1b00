package fr.predice.visio.signin.authenticator;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * What an app must be told.
 *
 * @param secret in base32
 */
public record SetUp(String service, String identifier, String secret) {
    /** For the QR code, as all apps read it ("Key Uri Format"). */
    public String uri() {
        return "otpauth://totp/" + encoded(service) + ":" + encoded(identifier) + "?secret=" + secret + "&issuer="
                + encoded(service) + "&algorithm=SHA1&digits=6&period=30";
    }

    /** For whoever types it: groups of four. */
    public String key() {
        return secret.replaceAll("(.{4})(?=.)", "$1 ");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public String toString() {
        return "SetUp";
    }
}
