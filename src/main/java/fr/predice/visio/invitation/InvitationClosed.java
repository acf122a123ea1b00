package fr.predice.visio.invitation;

import java.util.UUID;

/** An invitation was ended or cancelled: whoever holds its room open closes it. Observed once that is committed. */
public record InvitationClosed(UUID invitation) {}
