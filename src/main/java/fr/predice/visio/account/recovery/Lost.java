package fr.predice.visio.account.recovery;

/** What somebody cannot get in without. */
public enum Lost {
    PASSWORD,
    IDENTIFIER
}
