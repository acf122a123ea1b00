package fr.predice.visio.invitation;

import fr.predice.visio.account.AccountSuspended;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Nobody waits in a room for an organizer who was suspended: both are committed, or neither. */
@ApplicationScoped
class SuspendedOrganizer {
    @Inject
    private InvitationClosing closing;

    void onSuspended(@Observes AccountSuspended suspended) {
        closing.endAllOf(suspended.account(), suspended.by());
    }
}
