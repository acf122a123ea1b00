package fr.predice.visio.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.predice.visio.stack.Stack;
import fr.predice.visio.stack.StackExtension;
import fr.predice.visio.support.Portal;
import fr.predice.visio.support.TestAccount;
import fr.predice.visio.support.Visitor;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Duration;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;

/** Everybody signs in at eight o'clock. By itself: other tests would wait behind. */
@Isolated
@ExtendWith(StackExtension.class)
class CrowdIT {
    private static final int CROWD = 200;
    private static final int HEAP_GROWS_BY_LESS_THAN = 100;
    private static final int LOOKS_PER_HEAP = 10;

    /** Of who signs in, on a test machine that has other things to do too; and of who only looks at the first page. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(300);
    private static final Duration IMPATIENCE = Duration.ofSeconds(5);

    private final LongSummaryStatistics looks = new LongSummaryStatistics();
    private final LongSummaryStatistics heap = new LongSummaryStatistics();

    @Test
    void letsAllInAndShowsOthersTheirPagesMeanwhile(Stack stack) throws Exception {
        var doors =
                IntStream.range(0, CROWD).mapToObj(person -> atTheDoor(stack)).toList();
        var before = megabytes(stack.heapHeld());

        var began = System.nanoTime();
        var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        var answering = doors.stream()
                .map(form -> client.sendAsync(form, BodyHandlers.ofString()))
                .toList();
        var all = CompletableFuture.allOf(answering.toArray(CompletableFuture[]::new));
        lookUntil(all, stack);
        var answered = milliseconds(began);
        var grown = megabytes(stack.heapHeld()) - before;

        say("{0} sign-ins answered in {1} ms", CROWD, answered);
        say("The first page meanwhile: {0} ms on average, {1} at most", looks.getAverage(), looks.getMax());
        say("Heap: {0} MB before, {1} at most, {2} more held after", before, heap.getMax(), grown);
        assertThat(answering.stream().map(CompletableFuture::join)).allSatisfy(CrowdIT::hasACode);
        assertThat(Duration.ofMillis(looks.getMax())).isLessThan(IMPATIENCE);
        assertThat(grown).isLessThan(HEAP_GROWS_BY_LESS_THAN);
        assertThat(Files.readString(stack.serverLog())).doesNotContain("OutOfMemoryError");
    }

    private void lookUntil(CompletableFuture<?> all, Stack stack) {
        var passerBy = new Visitor(stack.address());
        await().pollInterval(BETWEEN_LOOKS).atMost(PATIENCE).until(() -> {
            var asked = System.nanoTime();
            assertThat(passerBy.get("/").statusCode()).isEqualTo(200);
            looks.accept(milliseconds(asked));
            if (looks.getCount() % LOOKS_PER_HEAP == 1) {
                heap.accept(megabytes(stack.heapUsed()));
            }
            return all.isDone();
        });
    }

    private static void hasACode(HttpResponse<String> answer) {
        assertThat(answer.headers().firstValue("Location"))
                .as("%s %s", answer.statusCode(), answer.body())
                .hasValueSatisfying(to -> assertThat(to).endsWith("/code"));
    }

    /** The form is filled; all that is left is to send it. */
    private static HttpRequest atTheDoor(Stack stack) {
        var account = TestAccount.open(stack);
        var visitor = new Visitor(stack.address());
        var form = Visitor.filled(
                visitor.get("/connexion").body(),
                "signin",
                "send",
                Map.of("identifier", account.identifier(), "password", Portal.PASSWORD, "channel", "MAIL"));
        return HttpRequest.newBuilder(URI.create(stack.address() + "/connexion"))
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Cookie", "__Host-session=" + visitor.cookie("__Host-session"))
                .POST(BodyPublishers.ofString(form))
                .build();
    }

    private static long milliseconds(long since) {
        return (System.nanoTime() - since) / 1_000_000;
    }

    private static long megabytes(long bytes) {
        return bytes >> 20;
    }

    private static void say(String what, Object... figures) {
        System.getLogger("test").log(System.Logger.Level.INFO, what, figures);
    }
}
