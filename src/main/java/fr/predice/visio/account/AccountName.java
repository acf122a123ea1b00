package fr.predice.visio.account;

import java.util.UUID;

/** What an account is called: the person's name, and the identifier that they sign in with. */
public record AccountName(UUID id, String displayName, String identifier) {}
