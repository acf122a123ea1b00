package fr.predice.visio.call.room;

import java.time.Instant;

/** One side's place: a line when its person is there, else a mailbox that fills. */
final class Seat {
    private static final int MOST_REPORTS = 10;

    private final Mailbox mailbox = new Mailbox();
    private Line line;
    private Presence presence = Presence.ABSENT;
    private Instant droppedAt;
    private int seated;
    private int freed;
    private int reports;

    void take(Line taken, int grant) {
        line = taken;
        seated = grant;
        presence = Presence.PRESENT;
    }

    void drop(Instant now) {
        line = null;
        presence = Presence.AWAY;
        droppedAt = now;
    }

    void leave() {
        line = null;
        presence = Presence.GONE;
    }

    /** @return whether someone was here by such a grant, or expected back */
    boolean free(int grant) {
        freed = Math.max(freed, grant);
        if (freedFrom(seated) && (presence == Presence.PRESENT || presence == Presence.AWAY)) {
            leave();
            return true;
        }
        return false;
    }

    boolean freedFrom(int grant) {
        return grant <= freed;
    }

    boolean report() {
        reports = Math.min(reports + 1, MOST_REPORTS + 1);
        return reports <= MOST_REPORTS;
    }

    boolean dueToGo(Instant now) {
        return presence == Presence.AWAY && !now.isBefore(droppedAt.plus(Room.GRACE));
    }

    boolean holds(Line asked) {
        return line == asked;
    }

    boolean empty() {
        return line == null && presence != Presence.AWAY;
    }

    Line line() {
        return line;
    }

    Presence presence() {
        return presence;
    }

    Mailbox mailbox() {
        return mailbox;
    }
}
