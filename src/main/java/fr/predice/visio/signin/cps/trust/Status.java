package fr.predice.visio.signin.cps.trust;

/** What is known of a certificate's revocation. */
enum Status {
    GOOD,
    REVOKED,
    UNKNOWN
}
