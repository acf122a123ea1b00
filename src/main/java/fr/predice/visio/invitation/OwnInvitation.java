package fr.predice.visio.invitation;

import fr.predice.visio.platform.phone.PhoneNumber;
import java.util.Optional;
import java.util.UUID;

/** An open invitation as its organizer sees it. {@code phone} is empty once erased. */
public record OwnInvitation(UUID id, Optional<PhoneNumber> phone) {}
