package fr.predice.visio.invitation;

/** How the invited person's page is shown to them. */
public enum Display {
    ORDINARY,
    /** Larger letters and buttons. */
    LARGE,
    /** The same, in short sentences with a pictogram beside each step. */
    EASY
}
