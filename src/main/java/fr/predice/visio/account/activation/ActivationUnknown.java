package fr.predice.visio.account.activation;

import jakarta.ejb.ApplicationException;

/** The link opens no account: it is wrong, too old, or was used. */
@ApplicationException(rollback = true)
public class ActivationUnknown extends RuntimeException {}
