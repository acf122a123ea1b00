package fr.predice.visio.invitation;

import fr.predice.visio.platform.config.Settings;
import fr.predice.visio.platform.drain.NodeStops;
import fr.predice.visio.platform.limit.LimitReached;
import fr.predice.visio.platform.limit.LimitUnknown;
import fr.predice.visio.platform.limit.RateLimits;
import fr.predice.visio.platform.phone.CountryRefused;
import fr.predice.visio.platform.phone.NotAMobile;
import fr.predice.visio.platform.phone.PhoneNumber;
import fr.predice.visio.platform.qr.QrCode;
import fr.predice.visio.platform.web.Hours;
import fr.predice.visio.platform.web.Language;
import fr.predice.visio.platform.web.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * What an organizer does about an invitation of theirs once it is made. The path is closed to whoever is not signed in
 * (web.xml). A refusal is {@code {"reason":"refused","text":"…"}}, its text in the page's language.
 */
@Path("pro/invitations/{invitation}")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class InvitationResource {
    private static final int LINKS_PER_ACCOUNT = 100;
    private static final Duration WINDOW = Duration.ofHours(1);

    @Inject
    private Invitations invitations;

    @Inject
    private InvitationLinks links;

    @Inject
    private InvitationClosing closing;

    @Inject
    private Seats seats;

    @Inject
    private CurrentOrganizer current;

    @Inject
    private RateLimits limits;

    @Inject
    private Settings settings;

    @Inject
    private Language language;

    @Inject
    private Hours hours;

    @PathParam("invitation")
    private UUID invitation;

    @POST
    @Path("resend")
    public Response resend(JsonObject body) {
        return answer(() -> {
            invitations.resend(current.organizer(), invitation);
            return Json.createObjectBuilder();
        });
    }

    /** {@code {"mobile":"06 12 34 56 78"}} gives {@code {"invitation":"…"}}, the one that takes this one's place. */
    @POST
    @Path("correct")
    public Response correct(JsonObject body) {
        return answer(() -> {
            var typed = body.getString("mobile", "");
            var to = PhoneNumber.mobile(typed, settings.invitations().phoneRegions());
            var right = invitations.correct(current.organizer(), invitation, to);
            return Json.createObjectBuilder().add("invitation", right.toString());
        });
    }

    @POST
    @Path("cancel")
    public Response cancel(JsonObject body) {
        return answer(() -> {
            closing.cancel(invitation, current.account());
            return Json.createObjectBuilder();
        });
    }

    /** The person took another device: the next one that opens a link has the seat. */
    @POST
    @Path("free-seat")
    public Response freeSeat(JsonObject body) {
        return answer(() -> {
            seats.free(invitation, current.account());
            return Json.createObjectBuilder();
        });
    }

    /** Gives {@code {"link":"https://…","until":"14 h 05"}}. */
    @POST
    @Path("link")
    public Response link(JsonObject body) {
        return answer(() -> {
            count();
            var link = links.copy(invitation, current.account());
            return shown(link).add("link", link.address());
        });
    }

    /** Gives {@code {"size":33,"path":"M4 4h7v1h-7z…","until":"14 h 05"}}, see {@link QrCode}. */
    @POST
    @Path("qr")
    public Response qr(JsonObject body) {
        return answer(() -> {
            count();
            var link = links.code(invitation, current.account());
            var code = QrCode.of(link.address());
            return shown(link).add("size", code.size()).add("path", code.path());
        });
    }

    private JsonObjectBuilder shown(Link link) {
        return Json.createObjectBuilder().add("until", hours.of(link.opensUntil()));
    }

    private void count() {
        limits.take("links-account", current.account().toString(), LINKS_PER_ACCOUNT, WINDOW);
    }

    private Response answer(Supplier<JsonObjectBuilder> deed) {
        try {
            return Response.ok(deed.get().build()).build();
        } catch (NotAMobile refused) {
            return refused(Response.Status.BAD_REQUEST, Refusal.of(refused));
        } catch (CountryRefused refused) {
            return refused(Response.Status.BAD_REQUEST, Refusal.of(refused));
        } catch (SameNumber refused) {
            return refused(Response.Status.BAD_REQUEST, Refusal.of(refused));
        } catch (NumberErased refused) {
            return refused(Response.Status.CONFLICT, Refusal.of(refused));
        } catch (LimitReached busy) {
            return refused(Response.Status.TOO_MANY_REQUESTS, Refusal.of(busy));
        } catch (NodeStops stops) {
            return refused(Response.Status.SERVICE_UNAVAILABLE, Refusal.of(stops));
        } catch (LimitUnknown away) {
            return refused(Response.Status.SERVICE_UNAVAILABLE, Refusal.of(away));
        }
    }

    private Response refused(Response.Status status, Refusal refusal) {
        var text = Texts.get(
                language.getLocale(), refusal.key(), refusal.arguments().toArray());
        return Response.status(status)
                .entity(Json.createObjectBuilder()
                        .add("reason", "refused")
                        .add("text", text)
                        .build())
                .build();
    }
}
