package fr.predice.visio.account.registration;

import fr.predice.visio.platform.limit.ClientAddress;
import fr.predice.visio.platform.limit.RateLimits;
import fr.predice.visio.platform.token.SecretToken;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Locale;
import java.util.function.BiFunction;

/**
 * Whoever asked for an account follows the request by the link in their mail. Takes {@code {"token":"…"}}, gives
 * {@code {"state":"waiting"}} or a refusal, {@code {"reason":"unknown"}}.
 */
@Path("registration")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class RegistrationResource {
    private static final int PER_ADDRESS = 300;
    private static final Duration WINDOW = Duration.ofMinutes(10);

    @Inject
    private Registrations registrations;

    @Inject
    private RateLimits limits;

    @Context
    private HttpServletRequest request;

    /**
     * Where it is: "unproven" with what is asked for, "waiting", "accepted", or "refused" with its {@code why}. Changes
     * nothing.
     */
    @POST
    @Path("look")
    public Response look(JsonObject body) {
        return answer(body, (link, address) -> registrations.look(link));
    }

    /** The tap that proves the address: a robot that opens links does not tap. */
    @POST
    @Path("prove")
    public Response prove(JsonObject body) {
        return answer(body, registrations::prove);
    }

    private Response answer(JsonObject body, BiFunction<SecretToken, String, Registration> deed) {
        var address = ClientAddress.of(request);
        limits.take("registration-links", address, PER_ADDRESS, WINDOW);
        try {
            var found = deed.apply(token(body), address);
            var told =
                    Json.createObjectBuilder().add("state", found.state().name().toLowerCase(Locale.ROOT));
            found.reason().ifPresent(why -> told.add("why", why));
            if (found.state() == RegistrationState.UNPROVEN) {
                var who = found.applicant();
                told.add("name", who.displayName())
                        .add("profession", who.profession())
                        .add(
                                "place",
                                who.workplace().name() + ", " + who.workplace().town())
                        .add("mobile", who.mobile().masked());
            }
            return Response.ok(told.build()).build();
        } catch (RegistrationUnknown none) {
            return Response.status(Response.Status.NOT_FOUND)
                    .entity(Json.createObjectBuilder().add("reason", "unknown").build())
                    .build();
        }
    }

    private static SecretToken token(JsonObject body) {
        try {
            return new SecretToken(body.getString("token"));
        } catch (IllegalArgumentException | NullPointerException | ClassCastException notAToken) {
            throw new RegistrationUnknown();
        }
    }
}
