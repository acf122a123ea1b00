package fr.predice.visio.account.enrolment;

/** What becomes of a line. */
public enum LineState {
    /** An account can be opened for this person. */
    GOOD,
    /** None is opened: its faults say why. */
    FAULTY,
    /** The account is open, and its initial password on its way. */
    OPENED
}
