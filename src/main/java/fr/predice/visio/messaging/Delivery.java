package fr.predice.visio.messaging;

/** Where a message is. */
public enum Delivery {
    WAITING,
    /** One node is sending it. */
    CLAIMED,
    /** The provider has it. */
    SENT,
    /** The phone has it: a receipt says so. */
    DELIVERED,
    /** The provider or the network refused it. */
    FAILED,
    /** It could not be handed over in time: not sent, or a phone that stayed out of reach. */
    EXPIRED,
    /** The provider may or may not have taken it, so nobody repeats it blindly. */
    UNKNOWN,
    /** Taken back before it left. */
    WITHDRAWN;

    public boolean onItsWay() {
        return this == WAITING || this == CLAIMED;
    }
}
