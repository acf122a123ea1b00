package fr.predice.visio.figures;

import java.util.List;

/** What is counted. */
public enum Figure {
    SIGN_IN,
    INVITATION,
    SMS_DELIVERED,
    SMS_SENT,
    SMS_FAILED,
    SMS_EXPIRED,
    SMS_UNKNOWN,
    SMS_WITHDRAWN,
    SMS_WAITING,
    CALL_DIRECT,
    CALL_RELAYED,
    CALL_UNTOLD,
    FAILED_REFUSED,
    FAILED_MISSING,
    FAILED_OCCUPIED,
    FAILED_NO_CONNECTION,
    FAILED_UNSUPPORTED,
    /** Somebody came and was gone before there was a call, without a word on why. */
    FAILED_LEFT,
    /** Calls with a picture, by how long the first was in coming. */
    PICTURE;

    /** Messages by where they are, the best first. */
    public static final List<Figure> SMS =
            List.of(SMS_DELIVERED, SMS_SENT, SMS_FAILED, SMS_EXPIRED, SMS_UNKNOWN, SMS_WITHDRAWN, SMS_WAITING);

    /** Calls that connected, by their way. */
    public static final List<Figure> CALLS = List.of(CALL_DIRECT, CALL_RELAYED, CALL_UNTOLD);

    /** Calls that did not, by the cause. */
    public static final List<Figure> FAILURES = List.of(
            FAILED_REFUSED, FAILED_MISSING, FAILED_OCCUPIED, FAILED_NO_CONNECTION, FAILED_UNSUPPORTED, FAILED_LEFT);
}
