package fr.predice.visio.support;

import jakarta.json.Json;
import java.io.IOException;
import java.time.Duration;

/** What the stand-in of OVH does with one job instead of accepting it. */
@FunctionalInterface
public interface OvhBehaviour {
    /** @return true if it has answered, or never will */
    boolean instead(OvhStandIn.Exchange exchange) throws IOException;

    static OvhBehaviour answers(int status, String body, String... headers) {
        return exchange -> exchange.answer(status, body, headers);
    }

    static OvhBehaviour refuses(int status, String code, String message) {
        var body = Json.createObjectBuilder().add("errorCode", code).add("message", message);
        return answers(status, body.build().toString());
    }

    /** The network breaks before OVH has read anything that it acts upon. */
    static OvhBehaviour resetsBefore() {
        return OvhStandIn.Exchange::reset;
    }

    /** OVH has accepted, and its answer is lost. */
    static OvhBehaviour resetsAfter() {
        return exchange -> {
            exchange.accept();
            return exchange.reset();
        };
    }

    /** OVH accepts, and answers later than anyone waits. */
    static OvhBehaviour dawdles(Duration time) {
        return exchange -> {
            exchange.accept();
            OvhStandIn.pause(time);
            return exchange.reset();
        };
    }

    /** OVH accepts, answers that it did, and never says what: the network breaks silently in mid-answer. */
    static OvhBehaviour stalls() {
        return exchange -> {
            exchange.accept();
            exchange.begin();
            OvhStandIn.pause(Duration.ofSeconds(20));
            return exchange.reset();
        };
    }
}
