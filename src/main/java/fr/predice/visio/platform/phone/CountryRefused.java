package fr.predice.visio.platform.phone;

import jakarta.ejb.ApplicationException;

/** A mobile, but of a country that this site sends nothing to. */
@ApplicationException(rollback = true)
public class CountryRefused extends RuntimeException {}
