package fr.predice.visio.messaging;

/** A way to send mail, chosen by its name in VISIO_MAIL_GATEWAY. */
public interface MailGateway {
    String name();

    /** Sends one mail. Blocks at most for its own time-outs; every failure is an {@link Outcome}. */
    Outcome send(Mail mail);
}
