package fr.predice.visio.signin;

import static org.assertj.core.api.Assertions.assertThat;

import fr.predice.visio.stack.Stack;
import fr.predice.visio.stack.StackExtension;
import fr.predice.visio.support.Portal;
import fr.predice.visio.support.TestAccount;
import fr.predice.visio.support.Visitor;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Everybody signs in at eight o'clock. */
@ExtendWith(StackExtension.class)
class CrowdIT {
    private static final int CROWD = 200;
    private static final long HEAP_GROWS_BY_LESS_THAN = 100L << 20;

    /** What a person who only looks at the first page waits. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Test
    void letsAllInAndShowsOthersTheirPagesMeanwhile(Stack stack) throws Exception {
        var before = stack.heapHeld();
        var signingIn = new ArrayList<Callable<HttpResponse<String>>>();
        for (var person = 0; person < CROWD; person++) {
            signingIn.add(atTheDoor(stack));
        }

        var crowd = Executors.newFixedThreadPool(CROWD);
        var began = System.nanoTime();
        var answering = signingIn.stream().map(crowd::submit).toList();
        var looks = new LongSummaryStatistics();
        var heap = new LongSummaryStatistics();
        var passerBy = new Visitor(stack.address());
        while (!answering.stream().allMatch(Future::isDone)) {
            var asked = System.nanoTime();
            assertThat(passerBy.get("/").statusCode()).isEqualTo(200);
            looks.accept((System.nanoTime() - asked) / 1_000_000);
            heap.accept(stack.heapUsed() >> 20);
        }
        var answered = (System.nanoTime() - began) / 1_000_000;
        crowd.shutdown();
        var answers = new ArrayList<HttpResponse<String>>();
        for (var answer : answering) {
            answers.add(answer.get());
        }
        var grown = stack.heapHeld() - before;

        System.getLogger("test")
                .log(
                        System.Logger.Level.INFO,
                        "{0} sign-ins answered in {1} ms; heap {2} MB before, {3} at most, {4} more held after; the first page in"
                                + " {5} ms on average, {6} at most",
                        CROWD,
                        answered,
                        before >> 20,
                        heap.getMax(),
                        grown >> 20,
                        looks.getAverage(),
                        looks.getMax());
        assertThat(answers)
                .hasSize(CROWD)
                .allSatisfy(answer -> assertThat(answer.headers().firstValue("Location"))
                        .as("%s %s", answer.statusCode(), answer.body())
                        .hasValueSatisfying(to -> assertThat(to).endsWith("/code")));
        assertThat(Duration.ofMillis(looks.getMax())).isLessThan(PATIENCE);
        assertThat(grown).isLessThan(HEAP_GROWS_BY_LESS_THAN);
        assertThat(Files.readString(stack.serverLog())).doesNotContain("OutOfMemoryError");
    }

    private static Callable<HttpResponse<String>> atTheDoor(Stack stack) {
        var account = TestAccount.open(stack);
        var visitor = new Visitor(stack.address());
        var form = Visitor.filled(
                visitor.get("/connexion").body(),
                "signin",
                "send",
                Map.of("identifier", account.identifier(), "password", Portal.PASSWORD, "channel", "MAIL"));
        return () -> visitor.post("/connexion", form);
    }
}
