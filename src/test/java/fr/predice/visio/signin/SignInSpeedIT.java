package fr.predice.visio.signin;

import static org.assertj.core.api.Assertions.assertThat;

import fr.predice.visio.stack.Stack;
import fr.predice.visio.stack.StackExtension;
import fr.predice.visio.support.Portal;
import fr.predice.visio.support.TestAccount;
import fr.predice.visio.support.Visitor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/** Measures, and asserts no time: a stranger must not learn from the clock which identifiers exist. */
@EnabledIfSystemProperty(named = "bench", matches = "true")
@ExtendWith(StackExtension.class)
class SignInSpeedIT {
    private static final int TRIES = 60;

    private Stack stack;

    @Test
    void unknownIdentifierAndWrongPassword(Stack started) {
        stack = started;
        var unknown = new ArrayList<Long>();
        var wrong = new ArrayList<Long>();
        for (var i = 0; i < TRIES; i++) {
            unknown.add(refusal("inconnu" + i));
            wrong.add(refusal(TestAccount.open(stack).identifier()));
        }
        say("unknown identifier", unknown);
        say("wrong password", wrong);
    }

    /** @return nanoseconds from the click to the answer */
    private long refusal(String identifier) {
        var visitor = new Visitor(stack.address());
        var form = Visitor.filled(
                visitor.get("/connexion").body(),
                "signin",
                "send",
                Map.of("identifier", identifier, "password", Portal.PASSWORD + "x", "channel", "SMS"));
        var clicked = System.nanoTime();
        var answer = visitor.post("/connexion", form);
        var time = System.nanoTime() - clicked;
        assertThat(answer.body()).contains("identifiant ou le mot de passe");
        return time;
    }

    private static void say(String what, List<Long> times) {
        times.sort(null);
        System.out.printf(
                "%s, ms: first quartile %.1f, median %.1f, third %.1f%n",
                what, times.get(TRIES / 4) / 1e6, times.get(TRIES / 2) / 1e6, times.get(TRIES * 3 / 4) / 1e6);
    }
}
