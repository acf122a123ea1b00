package fr.predice.visio.signin.otp;

import jakarta.ejb.ApplicationException;

/** The code expired, was used, or its attempts are used up: the sign-in starts again. */
@ApplicationException(rollback = true)
public class CodeDead extends RuntimeException {}
