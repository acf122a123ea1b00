package fr.predice.visio.account.registration;

import fr.predice.visio.account.Establishments;
import fr.predice.visio.account.Finess;
import fr.predice.visio.account.Workplace;
import fr.predice.visio.platform.limit.ClientAddress;
import fr.predice.visio.platform.limit.RateLimits;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.stream.Collector;

/** Suggests establishments already known, whose names, towns and numbers are public, to whoever fills in the form. */
@Path("establishments")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class EstablishmentResource {
    private static final int PER_ADDRESS = 1000;
    private static final Duration WINDOW = Duration.ofMinutes(10);

    @Inject
    private Establishments establishments;

    @Inject
    private RateLimits limits;

    @Context
    private HttpServletRequest request;

    /** {@code {"name":"les t"}} gives {@code [{"name":"Les Tilleuls","town":"Amiens","finess":"800000001"}]}. */
    @POST
    public JsonArray suggest(JsonObject body) {
        limits.take("suggestions", ClientAddress.of(request), PER_ADDRESS, WINDOW);
        return establishments.suggest(body.getString("name", "")).stream()
                .map(EstablishmentResource::told)
                .collect(Collector.of(
                        Json::createArrayBuilder,
                        (all, one) -> all.add(one),
                        (one, other) -> one.addAll(other),
                        all -> all.build()));
    }

    private static JsonObject told(Workplace place) {
        return Json.createObjectBuilder()
                .add("name", place.name())
                .add("town", place.town())
                .add("finess", place.finess().map(Finess::characters).orElse(""))
                .build();
    }
}
