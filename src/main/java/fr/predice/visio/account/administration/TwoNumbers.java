package fr.predice.visio.account.administration;

import jakarta.ejb.ApplicationException;

/** Each of the two establishments has a FINESS number of its own: by the national register they are two. */
@ApplicationException(rollback = true)
public class TwoNumbers extends RuntimeException {}
