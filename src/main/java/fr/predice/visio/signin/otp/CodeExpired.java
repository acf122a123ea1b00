package fr.predice.visio.signin.otp;

import jakarta.ejb.ApplicationException;

/** The code is older than ten minutes; the sign-in goes on with another one. */
@ApplicationException(rollback = true)
public class CodeExpired extends RuntimeException {}
