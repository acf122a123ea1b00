package fr.predice.visio.account;

/** Where an account is in its life. */
public enum AccountState {
    /** Its initial password was mailed, and still serves. */
    NEW,
    /** Its initial password was never changed, and serves no more. */
    LATE,
    ACTIVE,
    /** Nobody signs in to it. */
    SUSPENDED
}
