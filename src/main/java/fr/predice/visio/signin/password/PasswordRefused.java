package fr.predice.visio.signin.password;

import jakarta.ejb.ApplicationException;

/** Unknown identifier or wrong password: nobody is told which. */
@ApplicationException(rollback = true)
public class PasswordRefused extends RuntimeException {}
