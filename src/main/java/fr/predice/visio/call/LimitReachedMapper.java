package fr.predice.visio.call;

import fr.predice.visio.platform.limit.LimitReached;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

@Provider
public class LimitReachedMapper implements ExceptionMapper<LimitReached> {
    @Override
    public Response toResponse(LimitReached reached) {
        return LinkRefusedMapper.refusal(Response.Status.TOO_MANY_REQUESTS, "busy");
    }
}
