package fr.predice.visio.account;

/** What a session must still find in the account it was opened for. */
public record Standing(Role role, int sessions) {}
