package fr.predice.visio.call;

import fr.predice.visio.invitation.Display;
import fr.predice.visio.invitation.LinkRefused;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Locale;

/** A refusal as the call modules read it; the page has the sentence for each reason. */
@Provider
public class LinkRefusedMapper implements ExceptionMapper<LinkRefused> {
    @Override
    public Response toResponse(LinkRefused refused) {
        var body = body(refused.reason().name());
        if (refused.display() != Display.ORDINARY) {
            body.add("display", refused.display().name().toLowerCase(Locale.ROOT));
        }
        return answer(status(refused.reason()), body);
    }

    private static Response.Status status(LinkRefused.Reason reason) {
        return switch (reason) {
            case UNKNOWN -> Response.Status.NOT_FOUND;
            case TAKEN -> Response.Status.CONFLICT;
            case EXPIRED, REVOKED, ENDED -> Response.Status.GONE;
        };
    }

    static Response refusal(Response.Status status, String reason) {
        return answer(status, body(reason));
    }

    private static JsonObjectBuilder body(String reason) {
        return Json.createObjectBuilder().add("reason", reason.toLowerCase(Locale.ROOT));
    }

    private static Response answer(Response.Status status, JsonObjectBuilder body) {
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON)
                .entity(body.build())
                .build();
    }
}
