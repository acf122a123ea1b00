package fr.predice.visio.call.ticket;

import fr.predice.visio.call.room.Side;
import java.util.UUID;

/**
 * Which seat a ticket admits to.
 *
 * @param grant the number of the seat's grant that it came with: those before the seat was freed open nothing any more
 */
public record Admission(UUID invitation, Side side, int grant) {}
