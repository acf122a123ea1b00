package fr.predice.visio.call;

import fr.predice.visio.platform.persistence.Outage;
import fr.predice.visio.platform.web.RequestReference;
import jakarta.json.JsonException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whatever else goes wrong: a body that cannot be read is the caller's fault, the rest is ours, and says nothing of
 * itself.
 */
@Provider
public class FailureMapper implements ExceptionMapper<Exception> {
    private static final System.Logger LOG = System.getLogger(FailureMapper.class.getName());
    private static final Set<Class<?>> UNREADABLE = Set.of(
            JsonException.class,
            IllegalCharsetNameException.class,
            UnsupportedCharsetException.class,
            ClassCastException.class);

    @Context
    private HttpServletRequest request;

    @Override
    public Response toResponse(Exception failure) {
        if (Stream.<Throwable>iterate(failure, cause -> cause != null, Throwable::getCause)
                .anyMatch(cause -> UNREADABLE.stream().anyMatch(known -> known.isInstance(cause)))) {
            return LinkRefusedMapper.refusal(Response.Status.BAD_REQUEST, "unknown");
        }
        if (failure instanceof WebApplicationException answer
                && answer.getResponse().getStatus() < Response.Status.INTERNAL_SERVER_ERROR.getStatusCode()) {
            return Response.status(answer.getResponse().getStatus()).build();
        }
        if (Outage.isCauseOf(failure)) {
            LOG.log(System.Logger.Level.WARNING, "Reference {0}: no database", RequestReference.of(request));
            return Response.fromResponse(LinkRefusedMapper.refusal(Response.Status.SERVICE_UNAVAILABLE, "unreachable"))
                    .header(HttpHeaders.RETRY_AFTER, Outage.RETRY_AFTER)
                    .build();
        }
        LOG.log(System.Logger.Level.ERROR, "Reference " + RequestReference.of(request), failure);
        return LinkRefusedMapper.refusal(Response.Status.INTERNAL_SERVER_ERROR, "unreachable");
    }
}
