package fr.predice.visio.call.signaling;

import fr.predice.visio.call.room.Line;
import fr.predice.visio.call.room.LinkUse;
import fr.predice.visio.call.room.Room;
import fr.predice.visio.call.room.Side;
import fr.predice.visio.call.ticket.Admission;
import fr.predice.visio.invitation.InvitationClosed;
import fr.predice.visio.invitation.InvitationClosing;
import fr.predice.visio.invitation.InvitationDelivered;
import fr.predice.visio.invitation.Invitations;
import fr.predice.visio.invitation.SeatFreed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The rooms open on this node. A room stands while someone is in it or expected back. */
@ApplicationScoped
public class Rooms {
    private final ConcurrentHashMap<UUID, Room> rooms = new ConcurrentHashMap<>();

    @Inject
    private Clock clock;

    @Inject
    private Invitations invitations;

    @Inject
    private InvitationClosing closing;

    /** Enters under the map's lock for this room, so that no sweep takes the room away meanwhile. */
    Room enter(Admission admission, Line line) {
        return rooms.compute(admission.invitation(), (id, open) -> {
            var room = open == null ? new Room() : open;
            room.enter(admission.side(), line, admission.grant());
            return room;
        });
    }

    public List<byte[]> waitingFor(UUID invitation, Side side) {
        return Optional.ofNullable(rooms.get(invitation))
                .map(room -> room.waitingFor(side))
                .orElse(List.of());
    }

    /** Whoever was admitted a moment before finds an ended room, until the sweep takes it away. */
    void onClosed(@Observes(during = TransactionPhase.AFTER_SUCCESS) InvitationClosed closed) {
        rooms.compute(closed.invitation(), (id, open) -> {
            var room = open == null ? new Room() : open;
            room.end();
            return room;
        });
    }

    /** Whoever was admitted a moment before finds the seat freed, even where there was no room yet. */
    void onFreed(@Observes(during = TransactionPhase.AFTER_SUCCESS) SeatFreed freed) {
        rooms.compute(freed.invitation(), (id, open) -> {
            var room = open == null ? new Room() : open;
            room.free(Side.PARTICIPANT, freed.grant());
            return room;
        });
    }

    void onDelivered(@Observes InvitationDelivered news) {
        tell(news);
    }

    /**
     * Reads where the SMS is: it may have left between the organizer's ticket and its socket, with no line to hear it.
     */
    void tellDelivery(UUID invitation) {
        invitations.delivered(invitation).ifPresent(this::tell);
    }

    private void tell(InvitationDelivered news) {
        var room = rooms.get(news.invitation());
        if (room != null) {
            room.sms(news.state(), news.since());
        }
    }

    /** Whether someone is in that room, or expected back, on this node. */
    public boolean isOpen(UUID invitation) {
        return rooms.containsKey(invitation);
    }

    /** Only an open room hears of it. */
    public void linkUsed(UUID invitation, LinkUse use) {
        Optional.ofNullable(rooms.get(invitation)).ifPresent(room -> room.link(use));
    }

    /** How many sit in each of this node's rooms with a socket: two where a call is possible. */
    public List<Integer> present() {
        return rooms.values().stream().map(Room::present).toList();
    }

    /** Some were ended by way of another node. */
    void endWhatIsOver() {
        closing.overAmong(Set.copyOf(rooms.keySet()))
                .forEach(id -> rooms.computeIfPresent(id, (same, room) -> {
                    room.end();
                    return room;
                }));
    }

    void sweep() {
        for (var id : rooms.keySet()) {
            rooms.computeIfPresent(id, (same, room) -> room.sweep(clock.instant()) ? null : room);
        }
    }
}
