package fr.predice.visio.call.turn;

import java.nio.charset.StandardCharsets;
import org.apache.commons.codec.digest.DigestUtils;

/** What opens the relay for a while: the user name tells until when, the password is its signature. */
record TurnCredentials(String user, String password) {
    /** The key that signs messages (RFC 8489 §9.2.2). */
    byte[] key(String realm) {
        return DigestUtils.md5((user + ":" + realm + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "TurnCredentials[hidden]";
    }
}
