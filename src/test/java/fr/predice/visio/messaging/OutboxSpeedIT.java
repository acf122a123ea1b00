package fr.predice.visio.messaging;

import fr.predice.visio.stack.Stack;
import fr.predice.visio.stack.StackExtension;
import fr.predice.visio.support.Inbox;
import fr.predice.visio.support.Portal;
import fr.predice.visio.support.TestAccount;
import fr.predice.visio.support.Visitor;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/** Measures, and asserts nothing: milliseconds from the click to the SMS at the gateway, on an idle server. */
@EnabledIfSystemProperty(named = "bench", matches = "true")
@ExtendWith(StackExtension.class)
class OutboxSpeedIT {
    private static final int CLICKS = 50;

    @Test
    void fromClickToGateway(Stack stack) {
        var clock = Clock.systemUTC();
        var portal = new Portal(stack.address()).signIn(TestAccount.open(stack));
        var inbox = Inbox.of(stack.address());
        var times = new ArrayList<Long>();
        for (var click = 0; click < CLICKS; click++) {
            var number = TestAccount.someNumber();
            var form = Visitor.filled(
                    portal.visitor().get("/pro/visio").body(), "invitation", "invite", Map.of("mobile", number));
            var clicked = clock.instant();
            portal.visitor().post("/pro/visio", form);
            inbox.linkFor("+33" + number.substring(1));
            times.add(Duration.between(clicked, inbox.sentAt("+33" + number.substring(1)))
                    .toMillis());
        }
        times.sort(null);
        System.out.printf(
                "Click to gateway, ms: median %d, 90 %% %d, longest %d%n",
                times.get(CLICKS / 2), times.get(CLICKS * 9 / 10), times.get(CLICKS - 1));
    }
}
