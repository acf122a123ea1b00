package fr.predice.visio.signin;

import fr.predice.visio.signin.session.Left;
import fr.predice.visio.signin.session.PersonalSessions;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.NotAuthorizedException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;

/**
 * How long the session lasts, for the pages that warn before its end: {@code {"seconds":1800,"last":false}}. The path
 * is closed to whoever is not signed in (web.xml).
 */
@Path("session")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class SessionResource {
    @Inject
    private PersonalSessions sessions;

    @Context
    private HttpServletRequest request;

    /** Asked by the page of its own accord: does not count as a sign of life. */
    @POST
    @Path("left")
    public JsonObject left(JsonObject body) {
        return answer();
    }

    /** « Rester connecté » : to have asked is enough. */
    @POST
    @Path("keep")
    public JsonObject keep(JsonObject body) {
        return answer();
    }

    private JsonObject answer() {
        return SignedIn.of(request)
                .map(SignedIn::session)
                .flatMap(sessions::left)
                .map(SessionResource::json)
                .orElseThrow(() -> new NotAuthorizedException("Session"));
    }

    private static JsonObject json(Left left) {
        return Json.createObjectBuilder()
                .add("seconds", left.time().toSeconds())
                .add("last", left.last())
                .build();
    }
}
