package fr.predice.visio.signin;

import static org.assertj.core.api.Assertions.assertThat;

import fr.predice.visio.stack.Stack;
import fr.predice.visio.stack.StackExtension;
import fr.predice.visio.support.NewcomersForm;
import fr.predice.visio.support.Tables;
import fr.predice.visio.support.TestAccount;
import fr.predice.visio.support.TwoSamples;
import fr.predice.visio.support.Visitor;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;

/** Nobody learns who has an account: answers about known and unknown people differ neither in words nor in time. */
@Isolated("measures times, and fills the mailbox")
@ExtendWith(StackExtension.class)
class EnumerationIT {
    private static final int SAMPLES = 200;
    private static final Offset<Double> CHANCE = Offset.offset(0.12);
    private static final String FORGET_ADDRESSES = "DELETE FROM rate_limit WHERE bucket LIKE '%address%'";

    private static Stack stack;
    private static Tables tables;
    private static List<TestAccount> known;
    private static List<TestAccount> unknown;

    private final Visitor visitor = new Visitor(stack.address());
    private final List<Long> timesOfKnown = new ArrayList<>();
    private final List<Long> timesOfUnknown = new ArrayList<>();
    private final Set<String> answers = new HashSet<>();

    @BeforeAll
    static void openAccounts(Stack started) {
        stack = started;
        tables = new Tables(started);
        known = IntStream.range(0, SAMPLES)
                .mapToObj(i -> TestAccount.open(stack))
                .toList();
        unknown = known.stream()
                .map(one -> new TestAccount(
                        one.identifier().replace("essai", "autre"),
                        "",
                        one.mail().replace("essai", "autre")))
                .toList();
    }

    @Test
    void signInTellsNobodyApart() {
        var page = new String[] {visitor.get("/connexion").body()};
        compare(who -> {
            var fields = Map.of("identifier", who.identifier(), "password", "faux", "channel", "SMS");
            var answer = visitor.submit("/connexion", page[0], "signin", "send", fields);
            page[0] = answer.body();
            return answer;
        });
    }

    @Test
    void resetTellsNobodyApart() {
        var page = visitor.get("/mot-de-passe-oublie").body();
        compare(who -> visitor.submit("/mot-de-passe-oublie", page, "lost", "ask", Map.of("who", who.mail())));
    }

    @Test
    void registrationTellsNobodyApart() {
        var page = visitor.get("/inscription").body();
        compare(who -> {
            var fields = new HashMap<>(NewcomersForm.of("Paul", "Roux").fields());
            fields.putAll(Map.of("mail", who.mail(), "attested", "on", "agreed", "on"));
            return visitor.submit("/inscription", page, "registration", "ask", fields);
        });
    }

    /** One of each by turns, so that whatever else the machine does falls on both alike. */
    private void compare(Function<TestAccount, HttpResponse<String>> question) {
        for (var i = 0; i < SAMPLES; i++) {
            if (i % 10 == 0) {
                tables.execute(FORGET_ADDRESSES);
            }
            if (i % 2 == 0) {
                ask(question, known.get(i), timesOfKnown);
                ask(question, unknown.get(i), timesOfUnknown);
            } else {
                ask(question, unknown.get(i), timesOfUnknown);
                ask(question, known.get(i), timesOfKnown);
            }
        }

        assertThat(answers).hasSize(1);
        assertThat(TwoSamples.longer(timesOfKnown, timesOfUnknown)).isCloseTo(0.5, CHANCE);
    }

    private void ask(Function<TestAccount, HttpResponse<String>> question, TestAccount who, List<Long> times) {
        var start = System.nanoTime();
        var answer = question.apply(who);
        times.add(System.nanoTime() - start);
        answers.add(
                answer.statusCode() + answer.headers().firstValue("Location").orElse("") + common(answer, who));
    }

    /** Without what is new in each answer, and what was typed. */
    private static String common(HttpResponse<String> answer, TestAccount who) {
        return answer.body()
                .replace(who.identifier(), "")
                .replaceAll("(name=\"(jakarta.faces.ViewState|primefaces.nonce)\"[^>]* value|nonce)=\"[^\"]*\"", "");
    }
}
