package fr.predice.visio.invitation;

import jakarta.ejb.ApplicationException;

/** A correction to the number that was invited already. */
@ApplicationException(rollback = true)
public class SameNumber extends RuntimeException {}
