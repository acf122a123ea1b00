package fr.predice.visio.account.registration;

/** Where a request for an account is. */
public enum RegistrationState {
    /** The mail address is not proved: nobody reads it. */
    UNPROVEN,
    /** An administrator is to decide. */
    WAITING,
    ACCEPTED,
    REFUSED;

    boolean decided() {
        return this == ACCEPTED || this == REFUSED;
    }
}
