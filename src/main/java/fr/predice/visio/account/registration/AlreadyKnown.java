package fr.predice.visio.account.registration;

import jakarta.ejb.ApplicationException;

/** Somebody has an account with this number or mail address already. */
@ApplicationException(rollback = true)
public class AlreadyKnown extends RuntimeException {}
