package fr.predice.visio.platform.phone;

import jakarta.ejb.ApplicationException;

/** What was typed is no mobile number of an allowed region. */
@ApplicationException(rollback = true)
public class NotAMobile extends RuntimeException {}
