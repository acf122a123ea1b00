package fr.predice.visio.messaging;

/** Where a message is. UNKNOWN: the provider may or may not have taken it, so nobody repeats it blindly. */
public enum Delivery {
    WAITING,
    CLAIMED,
    SENT,
    FAILED,
    UNKNOWN;

    public boolean settled() {
        return this != WAITING && this != CLAIMED;
    }
}
