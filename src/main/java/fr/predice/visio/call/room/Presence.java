package fr.predice.visio.call.room;

/** Whether a seat's person is there. AWAY: the socket dropped, the seat is kept for {@link Room#GRACE}. */
public enum Presence {
    ABSENT,
    PRESENT,
    AWAY,
    GONE
}
