package fr.predice.visio.messaging;

/** A way to send SMS, chosen by its name in VISIO_SMS_GATEWAY. */
public interface SmsGateway {
    String name();

    /** Sends one text. Blocks at most for its own time-outs; every failure is an {@link Outcome}. */
    Outcome send(Sms sms);
}
