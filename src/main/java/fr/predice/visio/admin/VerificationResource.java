package fr.predice.visio.admin;

import fr.predice.visio.account.Role;
import fr.predice.visio.audit.AuditAction;
import fr.predice.visio.audit.AuditTrail;
import fr.predice.visio.messaging.Channel;
import fr.predice.visio.messaging.Delivery;
import fr.predice.visio.platform.config.Settings;
import fr.predice.visio.platform.limit.RateLimits;
import fr.predice.visio.platform.web.Language;
import fr.predice.visio.verification.Finding;
import fr.predice.visio.verification.InstallationChecks;
import fr.predice.visio.verification.TestMessages;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;

/**
 * What « Vérifier l'installation » asks of the server. The path is closed to whoever does not administrate (web.xml),
 * and outside the administrators' networks.
 */
@Path("admin/verification")
@RequestScoped
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class VerificationResource {
    private static final int MOST_RUNS = 30;
    private static final Duration WINDOW = Duration.ofHours(1);

    @Inject
    private InstallationChecks checks;

    @Inject
    private TestMessages messages;

    @Inject
    private RateLimits limits;

    @Inject
    private AuditTrail audit;

    @Inject
    private CurrentOfficer current;

    @Inject
    private Settings settings;

    @Inject
    private Language language;

    @Inject
    private Clock clock;

    @Context
    private HttpServletRequest request;

    /**
     * Starts a verification: {@code {"now":1790000000000,"address":"https://…","version":"…","seen":"192.0.2.1",
     * "iceServers":[…],"checks":["database",…]}}, {@code now} in milliseconds, {@code seen} the network address that
     * this server believes the browser has.
     */
    @POST
    @Path("start")
    public JsonObject start(JsonObject body) {
        take("verification-start", MOST_RUNS);
        audit.record(AuditAction.INSTALLATION_VERIFIED, me(), me());
        return Json.createObjectBuilder()
                .add("now", clock.millis())
                .add("address", settings.publicAddress().toString())
                .add("version", Release.of(request.getServletContext()))
                .add("seen", request.getRemoteAddr())
                .add("iceServers", checks.relaysFor(me()))
                .add("checks", Json.createArrayBuilder(checks.names()))
                .build();
    }

    /** {@code {"check":"database"}} gives {@code {"lines":[{"title":"…","state":"WELL","says":"…","todo":""}]}}. */
    @POST
    @Path("check")
    public JsonObject check(JsonObject body) {
        take("verification-check", MOST_RUNS * checks.names().size());
        var lines = Json.createArrayBuilder();
        checks.look(body.getString("check", ""))
                .orElseThrow(BadRequestException::new)
                .forEach(finding -> lines.add(line(finding)));
        return Json.createObjectBuilder().add("lines", lines).build();
    }

    private JsonObject line(Finding finding) {
        var locale = language.getLocale();
        return Json.createObjectBuilder()
                .add("title", finding.title(locale))
                .add("of", finding.of())
                .add("state", finding.state().name())
                .add("says", finding.says(locale))
                .add("todo", finding.todo(locale))
                .build();
    }

    /** {@code {"channel":"MAIL"}} sends one to the administrator's own address, and says where it is. */
    @POST
    @Path("message")
    public JsonObject message(JsonObject body) {
        messages.send(channel(body), me());
        return delivery(body);
    }

    /** {@code {"channel":"MAIL"}} gives {@code {"delivery":"SENT"}}, or NONE if there is no message. */
    @POST
    @Path("delivery")
    public JsonObject delivery(JsonObject body) {
        var delivery =
                messages.delivery(channel(body), me()).map(Delivery::name).orElse("NONE");
        return Json.createObjectBuilder().add("delivery", delivery).build();
    }

    private static Channel channel(JsonObject body) {
        return Arrays.stream(Channel.values())
                .filter(channel -> channel.name().equals(body.getString("channel", "")))
                .findFirst()
                .orElseThrow(BadRequestException::new);
    }

    private void take(String purpose, int most) {
        limits.take(purpose, me().toString(), most, WINDOW);
    }

    /** @throws ForbiddenException should an address have got past what closes the path */
    private UUID me() {
        var officer = current.officer();
        if (officer.role() != Role.ADMIN) {
            throw new ForbiddenException();
        }
        return officer.account();
    }
}
