package fr.predice.visio.call;

import fr.predice.visio.invitation.CurrentOrganizer;
import fr.predice.visio.invitation.InvitationClosing;
import fr.predice.visio.invitation.Seats;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;

/** The organizer's own rooms. The path is closed to whoever is not signed in (web.xml). */
@Path("pro/rooms/{invitation}")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class RoomResource {
    @Inject
    private Seats seats;

    @Inject
    private InvitationClosing closing;

    @Inject
    private Admissions admissions;

    @Inject
    private CurrentOrganizer current;

    @POST
    @Path("ticket")
    public JsonObject ticket(@PathParam("invitation") UUID invitation, JsonObject body) {
        admissions.check(invitation);
        return admissions.organizer(seats.organizer(invitation, current.account()));
    }

    /** The session would end after 30 minutes without a request, and a long call makes none. */
    @POST
    @Path("presence")
    public void stay(JsonObject body) {
        // To have asked is enough.
    }

    /** Ends the call for both and closes the invitation. */
    @POST
    @Path("end")
    public JsonObject end(@PathParam("invitation") UUID invitation, JsonObject body) {
        closing.end(invitation, current.account());
        return Json.createObjectBuilder().build();
    }
}
