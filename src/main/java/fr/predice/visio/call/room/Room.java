package fr.predice.visio.call.room;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The meeting of two seats: who is there, and what one says to the other. Knows neither sockets nor tables. Every move
 * holds the room's own lock and none waits.
 */
public final class Room {
    /** How long a seat is kept after its line dropped. */
    public static final Duration GRACE = Duration.ofSeconds(60);

    private final Map<Side, Seat> seats = new EnumMap<>(Side.class);
    private LinkUse link;
    private boolean ended;

    public Room() {
        for (var side : Side.values()) {
            seats.put(side, new Seat());
        }
    }

    /**
     * Sits down. Another line of the same seat is replaced: its window learns that this one took over.
     *
     * @param grant the seat's grant that admits this line, see {@link #free}
     */
    public synchronized void enter(Side side, Line line, int grant) {
        if (ended) {
            line.ended();
            line.hangUp(Closing.ENDED);
            return;
        }
        var seat = seats.get(side);
        if (seat.freedFrom(grant)) {
            line.hangUp(Closing.REPLACED);
            return;
        }
        if (seat.line() != null) {
            seat.line().hangUp(Closing.REPLACED);
        }
        seat.take(line, grant);
        var other = seats.get(side.other());
        line.welcome(other.presence());
        if (side == Side.ORGANIZER && link != null) {
            line.link(link);
        }
        seat.mailbox().read().forEach(line::relay);
        seat.mailbox().clear();
        tell(other, Presence.PRESENT);
    }

    /**
     * Passes an envelope on to the other seat, or keeps it until someone sits there. A replaced line says nothing more.
     */
    public synchronized void relay(Side from, Line line, byte[] envelope) {
        if (!seats.get(from).holds(line)) {
            return;
        }
        var other = seats.get(from.other());
        if (other.line() != null) {
            other.line().relay(envelope);
        } else {
            other.mailbox().add(envelope);
        }
    }

    /** The line broke. The seat is kept for {@link #GRACE}, and the other side is told at once. */
    public synchronized void drop(Side side, Line line, Instant now) {
        var seat = seats.get(side);
        if (seat.holds(line)) {
            seat.drop(now);
            tell(seats.get(side.other()), Presence.AWAY);
        }
    }

    /** The person left on purpose. */
    public synchronized void leave(Side side, Line line) {
        var seat = seats.get(side);
        if (seat.holds(line)) {
            seat.leave();
            tell(seats.get(side.other()), Presence.GONE);
        }
    }

    /** The seat is for another device: whoever sits there by this grant or an earlier one gets up and stays out. */
    public synchronized void free(Side side, int grant) {
        var seat = seats.get(side);
        var line = seat.line();
        if (seat.free(grant)) {
            tell(seats.get(side.other()), Presence.GONE);
            if (line != null) {
                line.hangUp(Closing.REPLACED);
            }
        }
    }

    /** Whether this line may have one more word on its call written down: a few times for each seat. */
    public synchronized boolean mayReport(Side side, Line line) {
        return seats.get(side).holds(line) && seats.get(side).report();
    }

    /** How many sit here with a socket: none, one, or both. */
    public synchronized int present() {
        return (int) seats.values().stream().filter(seat -> seat.line() != null).count();
    }

    /** The organizer closed the invitation: both are told and hung up, and nobody enters any more. */
    public synchronized void end() {
        ended = true;
        for (var seat : seats.values()) {
            if (seat.line() != null) {
                seat.line().ended();
                seat.line().hangUp(Closing.ENDED);
                seat.leave();
            }
        }
    }

    public synchronized void sms(String state, Instant since) {
        var organizer = seats.get(Side.ORGANIZER).line();
        if (organizer != null) {
            organizer.sms(state, since);
        }
    }

    /** The invited person's browser showed the page. An organizer who comes back later learns it too. */
    public synchronized void link(LinkUse use) {
        link = use;
        var organizer = seats.get(Side.ORGANIZER).line();
        if (organizer != null) {
            organizer.link(use);
        }
    }

    /** What waits for this side: it may read it ahead, before its socket is up. */
    public synchronized List<byte[]> waitingFor(Side side) {
        return seats.get(side).mailbox().read();
    }

    /** Gives up seats whose grace is over. @return true once nobody is here or expected back */
    public synchronized boolean sweep(Instant now) {
        seats.forEach((side, seat) -> {
            if (seat.dueToGo(now)) {
                seat.leave();
                tell(seats.get(side.other()), Presence.GONE);
            }
        });
        return seats.values().stream().allMatch(Seat::empty);
    }

    private static void tell(Seat seat, Presence other) {
        if (seat.line() != null) {
            seat.line().peer(other);
        }
    }
}
