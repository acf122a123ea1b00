package fr.predice.visio.account;

import java.util.UUID;

/**
 * Nobody signs in to this account any more: what it holds open is to be closed. Fired in the transaction of the deed.
 */
public record AccountSuspended(UUID account, UUID by) {}
