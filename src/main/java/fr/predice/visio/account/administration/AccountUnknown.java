package fr.predice.visio.account.administration;

import jakarta.ejb.ApplicationException;

/** There is no such account, or not in the state that the deed is for. */
@ApplicationException(rollback = true)
public class AccountUnknown extends RuntimeException {}
