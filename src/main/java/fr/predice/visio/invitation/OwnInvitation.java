package fr.predice.visio.invitation;

import java.util.UUID;

/** An open invitation as its organizer sees it. {@code number} is grouped in pairs, empty once erased. */
public record OwnInvitation(UUID id, String number) {}
