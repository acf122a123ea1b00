package fr.predice.visio.platform.phone;

import jakarta.ejb.ApplicationException;

/** What was typed is no mobile number. */
@ApplicationException(rollback = true)
public class NotAMobile extends RuntimeException {}
