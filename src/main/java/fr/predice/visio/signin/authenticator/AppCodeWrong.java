package fr.predice.visio.signin.authenticator;

import jakarta.ejb.ApplicationException;

/** The app does not have the secret yet, or its clock is wrong; or nothing waits to be confirmed. */
@ApplicationException(rollback = true)
public class AppCodeWrong extends RuntimeException {}
