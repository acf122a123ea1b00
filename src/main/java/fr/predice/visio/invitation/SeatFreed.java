package fr.predice.visio.invitation;

import java.util.UUID;

/**
 * The participant's seat is for another device: whoever sat there by this grant or an earlier one gets up. Observed
 * once that is committed.
 *
 * @param grant see {@link Seats.Grant}
 */
public record SeatFreed(UUID invitation, int grant) {}
