package fr.predice.visio.call.ticket;

import fr.predice.visio.call.room.Side;
import java.util.UUID;

/** Which seat a ticket admits to. */
public record Admission(UUID invitation, Side side) {}
