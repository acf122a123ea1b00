package fr.predice.visio.account.registration;

import jakarta.ejb.ApplicationException;

/** Somebody decided about this request meanwhile, or it is not to be decided about. */
@ApplicationException(rollback = true)
public class AlreadyDecided extends RuntimeException {}
