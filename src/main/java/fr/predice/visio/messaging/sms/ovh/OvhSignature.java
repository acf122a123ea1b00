package fr.predice.visio.messaging.sms.ovh;

import org.apache.commons.codec.digest.DigestUtils;

/** How OVH knows that a question is ours and was not changed. */
final class OvhSignature {
    private OvhSignature() {}

    /** @param timestamp in seconds of OVH's own clock */
    static String of(String secret, String consumer, String method, String url, String body, long timestamp) {
        var signed = String.join("+", secret, consumer, method, url, body, Long.toString(timestamp));
        return "$1$" + DigestUtils.sha1Hex(signed);
    }
}
