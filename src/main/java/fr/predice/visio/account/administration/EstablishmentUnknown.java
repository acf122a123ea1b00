package fr.predice.visio.account.administration;

import jakarta.ejb.ApplicationException;

/** There is no such establishment, or none any more. */
@ApplicationException(rollback = true)
public class EstablishmentUnknown extends RuntimeException {}
