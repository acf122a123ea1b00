package fr.predice.visio.account.administration;

import jakarta.ejb.ApplicationException;

/** Whoever asks for this deed is not the one to do it: another role, or their own account. */
@ApplicationException(rollback = true)
public class NotYours extends RuntimeException {}
