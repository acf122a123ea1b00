package fr.predice.visio.call.room;

import java.time.Instant;

/** The way to one person's browser. Nothing here waits: what cannot leave at once is queued, or the line closes. */
public interface Line {
    /** Passes on the other side's envelope, as it came. */
    void relay(byte[] envelope);

    void welcome(Presence peer);

    void peer(Presence state);

    /** @param state "sent", "delivered", "failed", "expired" or "unknown" */
    void sms(String state, Instant since);

    void link(LinkUse use);

    void ended();

    void hangUp(Closing why);
}
