package fr.predice.visio.messaging.sms.ovh;

import fr.predice.visio.messaging.Delivery;
import fr.predice.visio.messaging.Receipts;
import fr.predice.visio.platform.config.Settings;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.util.Map;

/**
 * Where OVH tells what became of an SMS. It signs nothing: the secret in the path is what it knows, and that path is in
 * no log. {@code ptt}: 4 delivered, 5 undelivered, 8 expired; 1 to 3 are still on their way.
 */
@Path("sms/receipts/{secret}")
@RequestScoped
public class OvhReceiptResource {
    private static final Map<String, Delivery> FINAL =
            Map.of("4", Delivery.DELIVERED, "5", Delivery.FAILED, "8", Delivery.EXPIRED);

    @Inject
    private Settings settings;

    @Inject
    private Receipts receipts;

    @PathParam("secret")
    private String secret;

    @GET
    public Response get(@QueryParam("id") String id, @QueryParam("ptt") String ptt) {
        return receive(id, ptt);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response post(@FormParam("id") String id, @FormParam("ptt") String ptt) {
        return receive(id, ptt);
    }

    private Response receive(String id, String ptt) {
        if (!known()) {
            return Response.status(Response.Status.NOT_FOUND).build();
        }
        var delivery = FINAL.get(String.valueOf(ptt));
        if (delivery == null || id == null || !id.matches("[0-9]{1,20}")) {
            return Response.noContent().build();
        }
        try {
            receipts.receive("ovh:" + id, delivery);
            return Response.noContent().build();
        } catch (SQLException away) {
            // Not ours to keep: OVH tells it again.
            return Response.status(Response.Status.SERVICE_UNAVAILABLE).build();
        }
    }

    private boolean known() {
        return settings.messaging().receiptSecret().isPresent()
                && MessageDigest.isEqual(
                        settings.messaging().receiptSecret().get().getBytes(StandardCharsets.UTF_8),
                        secret.getBytes(StandardCharsets.UTF_8));
    }
}
