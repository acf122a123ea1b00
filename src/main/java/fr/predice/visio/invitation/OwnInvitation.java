package fr.predice.visio.invitation;

import fr.predice.visio.platform.phone.PhoneNumber;
import java.util.Optional;
import java.util.UUID;

/**
 * An open invitation as its organizer sees it.
 *
 * @param phone empty once erased
 * @param language of the person's page
 */
public record OwnInvitation(UUID id, Optional<PhoneNumber> phone, GuestLanguage language) {}
