package fr.predice.visio.account.recovery;

import jakarta.ejb.ApplicationException;

/** The link replaces no password: it is wrong, too old, was used, or another was sent since. */
@ApplicationException(rollback = true)
public class LinkUnknown extends RuntimeException {}
