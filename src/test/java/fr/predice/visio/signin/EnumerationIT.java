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
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
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
    /** One after the other, as the limits are taken: a request in progress waits for no other order. */
    private static final List<String> FORGET = List.of(
            "DELETE FROM rate_limit WHERE bucket ~ 'address'",
            "DELETE FROM rate_limit WHERE bucket ~ 'registration-site'");

    private static Stack stack;
    private static Tables tables;
    private static List<TestAccount> known;
    private static List<TestAccount> unknown;

    private final List<Long> timesOfKnown = Collections.synchronizedList(new ArrayList<>());
    private final List<Long> timesOfUnknown = Collections.synchronizedList(new ArrayList<>());
    private final Set<String> answers = Collections.synchronizedSet(new HashSet<>());

    @BeforeAll
    static void openAccounts(Stack started) throws SQLException {
        stack = started;
        tables = new Tables(started);
        var opened = new ArrayList<TestAccount>();
        try (var database = stack.database()) {
            while (opened.size() < SAMPLES) {
                opened.add(TestAccount.open(database));
            }
        }
        known = List.copyOf(opened);
        unknown = known.stream()
                .map(one -> new TestAccount(
                        one.identifier().replace("essai", "autre"),
                        "",
                        one.mail().replace("essai", "autre")))
                .toList();
    }

    @Test
    void signInTellsNobodyApart() throws Exception {
        compare(visitor -> {
            var page = new AtomicReference<>(visitor.get("/connexion").body());
            return who -> {
                var fields = Map.of("identifier", who.identifier(), "password", "faux", "channel", "SMS");
                var answer = visitor.submit("/connexion", page.get(), "signin", "send", fields);
                page.set(answer.body());
                return answer;
            };
        });
    }

    @Test
    void resetTellsNobodyApart() throws Exception {
        compare(visitor -> {
            var page = visitor.get("/mot-de-passe-oublie").body();
            return who -> visitor.submit("/mot-de-passe-oublie", page, "lost", "ask", Map.of("who", who.mail()));
        });
    }

    @Test
    void registrationTellsNobodyApart() throws Exception {
        compare(visitor -> {
            var page = visitor.get("/inscription").body();
            return who -> {
                var fields = new HashMap<>(NewcomersForm.of("Paul", "Roux").fields());
                fields.putAll(Map.of("mail", who.mail(), "attested", "on", "agreed", "on"));
                return visitor.submit("/inscription", page, "registration", "ask", fields);
            };
        });
    }

    private interface Question extends Function<TestAccount, HttpResponse<String>> {}

    /** Two ask at once, as the server hashes two at once. */
    private void compare(Function<Visitor, Question> asker) throws Exception {
        var asking = IntStream.range(0, 2)
                .mapToObj(half -> (Callable<Void>) () -> {
                    askHalf(half, asker.apply(new Visitor(stack.address())));
                    return null;
                })
                .toList();
        var crowd = Executors.newFixedThreadPool(asking.size());
        for (var half : crowd.invokeAll(asking)) {
            half.get();
        }
        crowd.shutdown();

        assertThat(answers).hasSize(1);
        assertThat(timesOfKnown).hasSize(SAMPLES);
        assertThat(TwoSamples.longer(timesOfKnown, timesOfUnknown)).isCloseTo(0.5, CHANCE);
    }

    /** One of each by turns, so that whatever else the machine does falls on both alike. */
    private void askHalf(int half, Question question) {
        for (var i = half; i < SAMPLES; i += 2) {
            if (i % 10 < 2) {
                FORGET.forEach(tables::execute);
            }
            if (i % 4 < 2) {
                ask(question, known.get(i), timesOfKnown);
                ask(question, unknown.get(i), timesOfUnknown);
            } else {
                ask(question, unknown.get(i), timesOfUnknown);
                ask(question, known.get(i), timesOfKnown);
            }
        }
    }

    private void ask(Question question, TestAccount who, List<Long> times) {
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
                .replaceAll("(?s)<script.*?</script>", "")
                .replaceAll("name=\"(jakarta.faces.ViewState|primefaces.nonce)\"[^>]* value=\"[^\"]*\"", "");
    }
}
