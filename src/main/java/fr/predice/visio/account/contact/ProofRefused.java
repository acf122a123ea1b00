package fr.predice.visio.account.contact;

import jakarta.ejb.ApplicationException;

/**
 * The code, the link or the identifier is not the right one, or nothing waits for it any more: nobody is told which.
 */
@ApplicationException(rollback = true)
public class ProofRefused extends RuntimeException {}
