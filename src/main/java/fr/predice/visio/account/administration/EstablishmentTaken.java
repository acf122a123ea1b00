package fr.predice.visio.account.administration;

import jakarta.ejb.ApplicationException;

/** Another establishment has this FINESS number, or, without a number, this name in this town. */
@ApplicationException(rollback = true)
public class EstablishmentTaken extends RuntimeException {}
