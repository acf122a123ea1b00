package fr.predice.visio.call;

import fr.predice.visio.platform.drain.NodeStops;
import fr.predice.visio.platform.persistence.Outage;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** The call modules read it as one that passes: the same link, or room, opens once the service is back. */
@Provider
public class NodeStopsMapper implements ExceptionMapper<NodeStops> {
    @Override
    public Response toResponse(NodeStops stops) {
        return Response.fromResponse(LinkRefusedMapper.refusal(Response.Status.SERVICE_UNAVAILABLE, "stopping"))
                .header(HttpHeaders.RETRY_AFTER, Outage.RETRY_AFTER)
                .build();
    }
}
