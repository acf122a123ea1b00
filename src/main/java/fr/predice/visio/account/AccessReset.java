package fr.predice.visio.account;

import java.util.UUID;

/**
 * Whoever was in this account may be somebody else than who comes next: nothing that was remembered of its devices
 * counts any more. Fired in the transaction of the deed.
 */
public record AccessReset(UUID account) {}
