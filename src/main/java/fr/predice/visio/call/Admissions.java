package fr.predice.visio.call;

import fr.predice.visio.call.room.Side;
import fr.predice.visio.call.signaling.Rooms;
import fr.predice.visio.call.ticket.Admission;
import fr.predice.visio.call.ticket.Tickets;
import fr.predice.visio.call.turn.IceServers;
import fr.predice.visio.invitation.InvitationDelivered;
import fr.predice.visio.invitation.Invitations;
import fr.predice.visio.invitation.Seats;
import fr.predice.visio.platform.drain.Drain;
import fr.predice.visio.platform.drain.NodeStops;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/** All that a browser needs to start, in one answer: its ticket, its relays, and what already waits for it. */
@ApplicationScoped
public class Admissions {
    @Inject
    private Tickets tickets;

    @Inject
    private IceServers iceServers;

    @Inject
    private Rooms rooms;

    @Inject
    private Drain drain;

    @Inject
    private Invitations invitations;

    /** @throws NodeStops while this node is about to stop, unless that room is open here already */
    void check(UUID invitation) {
        if (!rooms.isOpen(invitation)) {
            drain.refuseNew();
        }
    }

    /** The organizer's offer comes along if it is there, so that the participant answers before its socket is up. */
    JsonObject participant(Seats.Grant grant) {
        JsonArrayBuilder envelopes = Json.createArrayBuilder();
        rooms.waitingFor(grant.invitation(), Side.PARTICIPANT)
                .forEach(envelope -> envelopes.add(new String(envelope, StandardCharsets.UTF_8)));
        return answer(grant, Side.PARTICIPANT).add("envelopes", envelopes).build();
    }

    JsonObject organizer(Seats.Grant grant) {
        return answer(grant, Side.ORGANIZER)
                .add("envelopes", Json.createArrayBuilder())
                .add("sms", sms(grant.invitation()))
                .build();
    }

    private JsonObjectBuilder sms(UUID invitation) {
        var known = invitations.delivered(invitation);
        return Json.createObjectBuilder()
                .add("state", known.map(InvitationDelivered::state).orElse("waiting"))
                .add(
                        "since",
                        known.map(InvitationDelivered::since)
                                .map(Instant::toString)
                                .orElse(""));
    }

    private JsonObjectBuilder answer(Seats.Grant grant, Side side) {
        var ticket = tickets.issue(new Admission(grant.invitation(), side, grant.number()));
        return Json.createObjectBuilder()
                .add("ticket", ticket.text())
                .add("side", word(side))
                .add("grant", grant.number())
                .addAll(iceServers.configuration(grant.invitation() + " " + side, grant.route()));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
