package fr.predice.visio.call;

import fr.predice.visio.call.turn.IceServers;
import fr.predice.visio.invitation.CurrentOrganizer;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/**
 * What an organizer's test of the network needs. The path is closed to whoever is not signed in (web.xml): a relay is
 * no open door.
 */
@Path("pro/precall")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class PrecallResource {
    @Inject
    private IceServers iceServers;

    @Inject
    private CurrentOrganizer current;

    @POST
    @Path("relays")
    public JsonObject relays(JsonObject body) {
        return Json.createObjectBuilder()
                .add("iceServers", iceServers.of("test " + current.account()))
                .build();
    }
}
