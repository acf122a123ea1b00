package fr.predice.visio.audit;

/** What the trail tells of. */
public enum AuditAction {
    PASSWORD_REFUSED,
    CODE_SENT,
    CODE_REFUSED,
    SIGNED_IN,
    SIGNED_OUT,
    PASSWORD_CHANGED,
    REGISTRATION_ASKED,
    REGISTRATION_PROVED,
    REGISTRATION_ACCEPTED,
    REGISTRATION_REFUSED,
    INVITED,
    RESENT,
    LINK_SHOWN,
    CORRECTED,
    CANCELLED,
    JOINED,
    JOIN_REFUSED,
    SEAT_FREED,
    ENDED
}
