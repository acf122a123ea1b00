package fr.predice.visio.messaging.sms.ovh;

import fr.predice.visio.messaging.Outcome;
import fr.predice.visio.messaging.Sms;
import fr.predice.visio.messaging.SmsGateway;
import fr.predice.visio.platform.config.Messaging;
import fr.predice.visio.platform.config.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Clock;
import java.time.Duration;

/** Sends SMS as jobs of an account at OVH: POST /sms/{service}/jobs. */
@ApplicationScoped
public class OvhSms implements SmsGateway {
    private static final System.Logger LOG = System.getLogger(OvhSms.class.getName());

    private Clock clock;
    private OvhState state;
    private Messaging.Ovh account;
    private OvhApi api;

    protected OvhSms() {}

    /** Where no container gives one. */
    public OvhSms(Settings settings, Clock clock) {
        this(settings, clock, new OvhState());
    }

    @Inject
    public OvhSms(Settings settings, Clock clock, OvhState state) {
        this.clock = clock;
        this.state = state;
        settings.messaging().ovh().ifPresent(ovh -> {
            this.account = ovh;
            this.api = new OvhApi(ovh, settings.messaging().proxy(), clock);
        });
    }

    @Override
    public String name() {
        return "ovh";
    }

    @Override
    public Outcome send(Sms sms) {
        try {
            var answer = api.post("/sms/" + account.service() + "/jobs", job(sms));
            state.works();
            return read(answer);
        } catch (OvhFailure failure) {
            state.failed(failure.problem());
            if (failure.problem().stopsAll()) {
                LOG.log(System.Logger.Level.ERROR, "No SMS leaves: {0}", failure.getMessage());
            }
            return outcome(failure);
        }
    }

    private JsonObject job(Sms sms) {
        var validity = Duration.between(clock.instant(), sms.expiresAt()).toMinutes();
        return Json.createObjectBuilder()
                .add("message", sms.text())
                .add("receivers", Json.createArrayBuilder().add(sms.to().e164()))
                .add("sender", account.sender())
                .add("noStopClause", account.noStopClause())
                .add("priority", "high")
                .add("coding", "7bit")
                .add("charset", "UTF-8")
                .add("class", "phoneDisplay")
                .add("differedPeriod", 0)
                .add("validityPeriod", Math.max(1, validity))
                .build();
    }

    /** Success is an id. OVH answers 200 for a number that it does not serve, too. */
    private static Outcome read(JsonObject answer) {
        var ids = answer.get("ids");
        if (ids != null
                && ids.getValueType() == JsonValue.ValueType.ARRAY
                && !ids.asJsonArray().isEmpty()
                && text(ids.asJsonArray().get(0)).matches("[0-9]{1,20}")) {
            return Outcome.accepted("ovh:" + text(ids.asJsonArray().get(0)));
        }
        var invalid = answer.get("invalidReceivers");
        return invalid != null
                        && invalid.getValueType() == JsonValue.ValueType.ARRAY
                        && !invalid.asJsonArray().isEmpty()
                ? Outcome.refused(OvhProblem.RECEIVER + ": " + OvhProblem.RECEIVER.advice())
                : Outcome.unknown("an answer without ids");
    }

    private static String text(JsonValue id) {
        return id instanceof JsonString string ? string.getString() : id.toString();
    }

    private static Outcome outcome(OvhFailure failure) {
        return switch (failure.reach()) {
            case NOT_SENT ->
                failure.retryAfter()
                        .map(after -> Outcome.retry(failure.getMessage(), after))
                        .orElse(Outcome.retry(failure.getMessage()));
            case REFUSED ->
                failure.retryAfter()
                        .map(after -> Outcome.retry(failure.getMessage(), after))
                        .orElse(Outcome.refused(failure.getMessage()));
            case UNKNOWN -> Outcome.unknown(failure.getMessage());
        };
    }
}
