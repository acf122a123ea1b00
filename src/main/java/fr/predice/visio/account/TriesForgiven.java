package fr.predice.visio.account;

import java.util.UUID;

/**
 * The account's owner proved to be themselves, or somebody in charge says so: what wrong passwords and codes led to is
 * over. Fired in the transaction of the deed.
 */
public record TriesForgiven(UUID account, String identifier) {}
