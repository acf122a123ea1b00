package fr.predice.visio.invitation;

/** How a link reaches the person. */
enum Via {
    SMS,
    /** Copied by the organizer, who sends it by a way of their own. */
    LINK,
    /** Shown on the organizer's screen. */
    QR
}
