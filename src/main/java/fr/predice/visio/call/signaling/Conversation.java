package fr.predice.visio.call.signaling;

import fr.predice.visio.call.outcome.CallOutcome;
import fr.predice.visio.call.room.Closing;
import fr.predice.visio.call.room.Room;
import fr.predice.visio.call.ticket.Admission;
import fr.predice.visio.platform.token.SecretToken;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;

/** What one socket may do, in order: say hello with a ticket once, then talk and relay from the seat it was given. */
final class Conversation {
    private enum Step {
        CONNECTED,
        ADMITTING,
        SEATED,
        OVER
    }

    private static final System.Logger LOG = System.getLogger(Conversation.class.getName());

    /** The longest thing to say to the server, a failure, takes under 200. */
    private static final int MOST_CHARACTERS = 1024;

    private final SocketLine line;
    private final Rooms rooms;
    private final Clock clock;
    private final BiConsumer<Admission, CallOutcome> outcomes;
    private final MessageRate rate = new MessageRate(System.nanoTime());
    private final StringBuilder said = new StringBuilder();
    private Step step = Step.CONNECTED;
    private Room room;
    private Admission seat;

    /** @param outcomes told of what this seat's browser says of the call; does not wait */
    Conversation(SocketLine line, Rooms rooms, Clock clock, BiConsumer<Admission, CallOutcome> outcomes) {
        this.line = line;
        this.rooms = rooms;
        this.clock = clock;
        this.outcomes = outcomes;
    }

    /** @return the ticket of a hello, for the caller to look up off this thread */
    synchronized Optional<SecretToken> talk(String part, boolean last) {
        if (tooMany(0)) {
            return Optional.empty();
        }
        if (said.length() + part.length() > MOST_CHARACTERS) {
            hangUp(Closing.MALFORMED);
            return Optional.empty();
        }
        said.append(part);
        if (!last) {
            return Optional.empty();
        }
        var text = said.toString();
        said.setLength(0);
        return hear(text);
    }

    private Optional<SecretToken> hear(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            return answer(reader.readObject());
        } catch (JsonException | IllegalArgumentException | ClassCastException | NullPointerException malformed) {
            hangUp(Closing.MALFORMED);
            return Optional.empty();
        }
    }

    private Optional<SecretToken> answer(JsonObject message) {
        var type = message.getString("type");
        if (step == Step.CONNECTED && type.equals("hello")) {
            var ticket = new SecretToken(message.getString("ticket"));
            step = Step.ADMITTING;
            return Optional.of(ticket);
        }
        switch (type) {
            case "ping" -> line.pong();
            case "leave" -> leave();
            case "failure" -> note(Failure.of(message));
            case "outcome" -> tell(CallOutcome.of(message));
            default -> hangUp(Closing.MALFORMED);
        }
        return Optional.empty();
    }

    /** @param admission null if the ticket was unknown, used or too old */
    synchronized void admit(Admission admission) {
        if (step != Step.ADMITTING) {
            return;
        }
        if (admission == null) {
            hangUp(Closing.TICKET_REFUSED);
            return;
        }
        step = Step.SEATED;
        seat = admission;
        room = rooms.enter(seat, line);
    }

    synchronized void relay(byte[] envelope) {
        if (tooMany(envelope.length)) {
            return;
        }
        if (step == Step.SEATED) {
            room.relay(seat.side(), line, envelope);
        } else {
            hangUp(Closing.MALFORMED);
        }
    }

    synchronized void helloIsDue() {
        if (step == Step.CONNECTED || step == Step.ADMITTING) {
            hangUp(Closing.NO_HELLO);
        }
    }

    synchronized void drop() {
        if (step == Step.SEATED) {
            room.drop(seat.side(), line, clock.instant());
        }
        step = Step.OVER;
    }

    private void leave() {
        if (step != Step.SEATED) {
            hangUp(Closing.MALFORMED);
            return;
        }
        room.leave(seat.side(), line);
        step = Step.OVER;
        line.hangUp(Closing.LEFT);
    }

    /** What goes beyond a few in a room's life is not written down. */
    private void note(Failure failure) {
        if (step != Step.SEATED) {
            hangUp(Closing.MALFORMED);
        } else if (room.mayReport(seat.side(), line)) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "No connection in room {0} for the {1}: {2}",
                    seat.invitation(),
                    seat.side().name().toLowerCase(Locale.ROOT),
                    failure);
            outcomes.accept(seat, CallOutcome.failed(CallOutcome.Cause.NO_CONNECTION));
        }
    }

    private void tell(CallOutcome outcome) {
        if (step != Step.SEATED) {
            hangUp(Closing.MALFORMED);
        } else if (room.mayReport(seat.side(), line)) {
            outcomes.accept(seat, outcome);
        }
    }

    private boolean tooMany(int bytes) {
        if (step == Step.OVER) {
            return true;
        }
        if (rate.allows(System.nanoTime(), bytes)) {
            return false;
        }
        hangUp(Closing.TOO_MANY);
        return true;
    }

    private void hangUp(Closing why) {
        drop();
        line.hangUp(why);
    }
}
