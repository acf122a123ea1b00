package fr.predice.visio.invitation;

import java.util.UUID;

/** Who invites, and the address it is asked from, as limits count it. */
public record Organizer(UUID account, String address) {}
