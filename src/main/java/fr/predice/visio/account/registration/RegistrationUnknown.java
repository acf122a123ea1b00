package fr.predice.visio.account.registration;

import jakarta.ejb.ApplicationException;

/** No request can be reached by this link: it is wrong, or too old. */
@ApplicationException(rollback = true)
public class RegistrationUnknown extends RuntimeException {}
