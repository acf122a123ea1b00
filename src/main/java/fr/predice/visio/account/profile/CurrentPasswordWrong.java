package fr.predice.visio.account.profile;

import jakarta.ejb.ApplicationException;

/** Whoever is signed in does not know the account's password. */
@ApplicationException(rollback = true)
public class CurrentPasswordWrong extends RuntimeException {}
