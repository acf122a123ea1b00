package fr.predice.visio.messaging.sms.ovh;

import java.util.Locale;

/** Why OVH did not take a message, and what the administrator does about it. */
enum OvhProblem {
    CREDENTIALS("check VISIO_OVH_APPLICATION_KEY, _SECRET and _CONSUMER_KEY, and the rights given to them"),
    CREDIT("buy credits for VISIO_OVH_SERVICE"),
    SENDER("have OVH validate VISIO_OVH_SENDER"),
    SERVICE("check VISIO_OVH_SERVICE"),
    QUOTA("OVH asks to slow down, or the account's quota is used up"),
    RECEIVER("the number was refused"),
    CLOCK("the clocks differ; it is set again by itself"),
    REQUEST("the question was refused"),
    SERVER("OVH failed; see its status page"),
    NETWORK("OVH cannot be reached: check VISIO_OVH_ENDPOINT, VISIO_HTTP_PROXY and the firewall");

    private final String advice;

    OvhProblem(String advice) {
        this.advice = advice;
    }

    String advice() {
        return advice;
    }

    /** One that stops every message, whoever it is for. */
    boolean stopsAll() {
        return this == CREDENTIALS || this == CREDIT || this == SENDER || this == SERVICE;
    }

    /** One that other messages are likely to meet, too. */
    boolean concernsAll() {
        return stopsAll() || this == NETWORK || this == SERVER || this == QUOTA;
    }

    /**
     * @param code OVH's errorCode, or nothing
     * @param message OVH's message, or nothing; it may quote the number, so it is never logged
     */
    static OvhProblem of(int status, String code, String message) {
        var said = message.toLowerCase(Locale.ROOT);
        if (status >= 500) {
            return SERVER;
        }
        if (status == 429 || said.contains("quota")) {
            return QUOTA;
        }
        if (code.equals("QUERY_TIME_OUT")) {
            return CLOCK;
        }
        if (status == 402 || said.contains("credits")) {
            return CREDIT;
        }
        if (status == 401 || status == 403 || code.startsWith("INVALID_") || code.contains("CREDENTIAL")) {
            return CREDENTIALS;
        }
        if (said.contains("sender")) {
            return SENDER;
        }
        if (said.contains("receiver")) {
            return RECEIVER;
        }
        return status == 404 ? SERVICE : REQUEST;
    }
}
