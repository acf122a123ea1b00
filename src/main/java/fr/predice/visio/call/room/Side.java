package fr.predice.visio.call.room;

/** The two sides of a call. */
public enum Side {
    ORGANIZER,
    PARTICIPANT;

    public Side other() {
        return this == ORGANIZER ? PARTICIPANT : ORGANIZER;
    }
}
