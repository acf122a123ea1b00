package fr.predice.visio.call;

import fr.predice.visio.audit.AuditAction;
import fr.predice.visio.audit.AuditTrail;
import fr.predice.visio.call.outcome.CallOutcome;
import fr.predice.visio.call.outcome.CallOutcomes;
import fr.predice.visio.call.room.LinkUse;
import fr.predice.visio.call.room.Side;
import fr.predice.visio.call.signaling.Rooms;
import fr.predice.visio.invitation.LinkRefused;
import fr.predice.visio.invitation.Seats;
import fr.predice.visio.platform.limit.ClientAddress;
import fr.predice.visio.platform.limit.RateLimits;
import fr.predice.visio.platform.token.SecretToken;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** The participant's door. It opens no session: the link's token and the seat's cookie are all there is. */
@Path("guest")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class GuestResource {
    private static final int UNKNOWN_PER_ADDRESS = 600;
    private static final int REQUESTS_PER_LINK = 600;
    private static final Duration WINDOW = Duration.ofMinutes(10);

    @Inject
    private Seats seats;

    @Inject
    private Admissions admissions;

    @Inject
    private Rooms rooms;

    @Inject
    private CallOutcomes outcomes;

    @Inject
    private RateLimits limits;

    @Inject
    private AuditTrail audit;

    @Context
    private HttpServletRequest request;

    /**
     * Says who calls, whether this browser comes back and how the page is to be shown, and tells the open room that the
     * link was used. Changes nothing, however often it is asked, but what the figures say of a browser that cannot
     * call, and whose person found no other.
     *
     * @param body {@code {token, seat, browser}}: the seat's secret if the page kept one; "opened", "in-app" or
     *     "unsupported", as the page judged its own browser
     */
    @POST
    @Path("look")
    public JsonObject look(JsonObject body, @CookieParam(SeatCookie.NAME) Cookie cookie) {
        var call = seats.look(counted(body), SeatCookie.read(cookie), kept(body));
        admissions.check(call.invitation());
        LinkUse.of(body.getString("browser", "")).ifPresent(use -> used(call.invitation(), use));
        return Json.createObjectBuilder()
                .add("caller", call.caller())
                .add("own", call.own())
                .add("display", call.display().name().toLowerCase(Locale.ROOT))
                .build();
    }

    private void used(UUID invitation, LinkUse use) {
        rooms.linkUsed(invitation, use);
        if (use == LinkUse.UNSUPPORTED) {
            var failed = CallOutcome.failed(CallOutcome.Cause.UNSUPPORTED);
            outcomes.tell(invitation, Side.PARTICIPANT, failed);
        }
    }

    /** The tap: takes the seat for this browser, under the secret that its page chose. */
    @POST
    @Path("redeem")
    public Response redeem(JsonObject body, @CookieParam(SeatCookie.NAME) Cookie cookie) {
        var link = counted(body);
        seats.roomOf(link).ifPresent(admissions::check);
        try {
            var seating = seats.redeem(link, SeatCookie.read(cookie), token(body, "seat"));
            return Response.ok(admissions.participant(seating.grant()))
                    .cookie(SeatCookie.write(seating.owner()))
                    .build();
        } catch (LinkRefused refused) {
            // Here, once the redemption's own transaction is over: the trail takes a connection of its own.
            refused.taken()
                    .ifPresent(room ->
                            audit.recordRefusal(AuditAction.JOIN_REFUSED, room.toString(), ClientAddress.of(request)));
            throw refused;
        }
    }

    /**
     * A new ticket for the browser that owns this link's seat, after its socket dropped.
     *
     * @param body {@code {token, seat}}, see {@link #look}
     */
    @POST
    @Path("ticket")
    public JsonObject ticket(JsonObject body, @CookieParam(SeatCookie.NAME) Cookie cookie) {
        var link = counted(body);
        seats.roomOf(link).ifPresent(admissions::check);
        return admissions.participant(seats.again(link, SeatCookie.read(cookie), kept(body)));
    }

    /**
     * Many people may share an address, those of a care home or of a mobile network: it answers for what is no link of
     * ours, and each link for what is asked of it.
     */
    private SecretToken counted(JsonObject body) {
        var link = token(body, "token");
        if (seats.roomOf(link).isPresent()) {
            limits.take("guest-link", link.hash().hex(), REQUESTS_PER_LINK, WINDOW);
        } else {
            limits.take("guest-address", ClientAddress.of(request), UNKNOWN_PER_ADDRESS, WINDOW);
        }
        return link;
    }

    private static Optional<SecretToken> kept(JsonObject body) {
        return body.containsKey("seat") ? Optional.of(token(body, "seat")) : Optional.empty();
    }

    private static SecretToken token(JsonObject body, String name) {
        try {
            return new SecretToken(body.getString(name));
        } catch (IllegalArgumentException | NullPointerException | ClassCastException notAToken) {
            throw new LinkRefused(LinkRefused.Reason.UNKNOWN);
        }
    }
}
