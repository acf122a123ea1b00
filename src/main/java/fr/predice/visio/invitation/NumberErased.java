package fr.predice.visio.invitation;

import jakarta.ejb.ApplicationException;

/** No SMS can go to a number that is kept no more; links can still be copied. */
@ApplicationException(rollback = true)
public class NumberErased extends RuntimeException {}
