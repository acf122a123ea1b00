package fr.predice.visio.account;

import jakarta.ejb.ApplicationException;

/** The right password, but the one that the account was opened with, and too late. */
@ApplicationException(rollback = true)
public class PasswordOver extends RuntimeException {}
