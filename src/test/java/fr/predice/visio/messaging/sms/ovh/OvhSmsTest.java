package fr.predice.visio.messaging.sms.ovh;

import static org.assertj.core.api.Assertions.assertThat;

import fr.predice.visio.messaging.Outcome;
import fr.predice.visio.messaging.Outcome.Kind;
import fr.predice.visio.messaging.Sms;
import fr.predice.visio.platform.phone.PhoneNumber;
import fr.predice.visio.support.MovedClock;
import fr.predice.visio.support.OvhBehaviour;
import fr.predice.visio.support.OvhStandIn;
import fr.predice.visio.support.Some;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What each of OVH's answers, and each failure on the way, means for the message. */
class OvhSmsTest {
    private static final String TEXT = "Visio : un appel vidéo vous attend. 5 € https://visio.example.org/r#abc";

    private final OvhStandIn ovh = OvhStandIn.start();
    private final MovedClock clock = new MovedClock();
    private final OvhState state = new OvhState();

    @AfterEach
    void stop() {
        ovh.close();
    }

    @Test
    void asksForWhatAnInvitationNeeds() {
        var outcome = send(gateway());

        assertThat(outcome.kind()).isEqualTo(Kind.ACCEPTED);
        assertThat(outcome.reference()).hasValue("ovh:" + ovh.accepted().get(0).id());
        var job = ovh.jobs().get(0);
        assertThat(job.getString("message")).isEqualTo(TEXT);
        assertThat(job.getJsonArray("receivers").getString(0)).isEqualTo("+33612345678");
        assertThat(job.getString("sender")).isEqualTo("Visio");
        assertThat(job.getBoolean("noStopClause")).isTrue();
        assertThat(job.getString("coding")).isEqualTo("7bit");
        assertThat(job.getInt("validityPeriod")).isEqualTo(60);
    }

    static Stream<Arguments> answers() {
        return Stream.of(
                Arguments.of(Kind.REFUSED, OvhBehaviour.refuses(400, "", "Invalid parameter"), OvhProblem.REQUEST),
                Arguments.of(
                        Kind.REFUSED, OvhBehaviour.refuses(400, "", "This sender is not valid"), OvhProblem.SENDER),
                Arguments.of(
                        Kind.REFUSED, OvhBehaviour.refuses(401, "INVALID_CREDENTIAL", "no"), OvhProblem.CREDENTIALS),
                Arguments.of(
                        Kind.REFUSED, OvhBehaviour.refuses(402, "", "You have not enough credits"), OvhProblem.CREDIT),
                Arguments.of(Kind.REFUSED, OvhBehaviour.refuses(403, "NOT_GRANTED_CALL", "no"), OvhProblem.CREDENTIALS),
                Arguments.of(
                        Kind.REFUSED, OvhBehaviour.refuses(404, "", "This service does not exist"), OvhProblem.SERVICE),
                Arguments.of(Kind.REFUSED, OvhBehaviour.refuses(409, "", "A task is running"), OvhProblem.REQUEST),
                Arguments.of(Kind.REFUSED, OvhBehaviour.answers(403, "<html>Forbidden</html>"), OvhProblem.CREDENTIALS),
                Arguments.of(Kind.REFUSED, OvhBehaviour.answers(400, "<html>Bad request</html>"), OvhProblem.REQUEST),
                Arguments.of(Kind.RETRY, OvhBehaviour.answers(429, "slow", "Retry-After: 17"), OvhProblem.QUOTA),
                Arguments.of(Kind.UNKNOWN, OvhBehaviour.refuses(500, "", "Internal error"), OvhProblem.SERVER),
                Arguments.of(Kind.UNKNOWN, OvhBehaviour.answers(503, "<html>Maintenance</html>"), OvhProblem.SERVER),
                Arguments.of(Kind.UNKNOWN, OvhBehaviour.answers(200, "<html>Welcome</html>"), OvhProblem.SERVER),
                Arguments.of(Kind.UNKNOWN, OvhBehaviour.answers(200, ""), OvhProblem.SERVER),
                Arguments.of(Kind.UNKNOWN, OvhBehaviour.resetsBefore(), OvhProblem.NETWORK),
                Arguments.of(Kind.UNKNOWN, OvhBehaviour.resetsAfter(), OvhProblem.NETWORK),
                Arguments.of(Kind.UNKNOWN, OvhBehaviour.dawdles(Duration.ofSeconds(3)), OvhProblem.NETWORK),
                Arguments.of(Kind.UNKNOWN, OvhBehaviour.stalls(), OvhProblem.NETWORK));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void neverAsksTwiceAndSaysHowFarItGot(Kind expected, OvhBehaviour behaviour, OvhProblem problem) {
        ovh.next(behaviour);

        var outcome = send(gateway());

        assertThat(outcome.kind()).isEqualTo(expected);
        assertThat(outcome.reason()).startsWith(problem.name());
        assertThat(state.problem()).isEqualTo(Optional.of(problem).filter(OvhProblem::concernsAll));
        assertThat(ovh.jobs()).hasSize(1);
        assertThat(outcome.reason()).doesNotContain("33612345678", TEXT, OvhStandIn.SECRET);
    }

    @Test
    void neverAsksTwiceOnAConnectionThatWorkedBefore() {
        var gateway = gateway();
        send(gateway);
        ovh.next(OvhBehaviour.resetsBefore());

        assertThat(send(gateway).kind()).isEqualTo(Kind.UNKNOWN);
        assertThat(ovh.jobs()).hasSize(2);
        assertThat(send(gateway).kind()).isEqualTo(Kind.ACCEPTED);
    }

    @Test
    void waitsAsLongAsItIsAsked() {
        ovh.next(OvhBehaviour.answers(429, "", "Retry-After: 17"));

        assertThat(send(gateway()).retryAfter()).hasValue(Duration.ofSeconds(17));
    }

    @Test
    void refusesANumberThatOvhDoesNotServe() {
        ovh.next(OvhBehaviour.answers(
                200, "{\"ids\":[],\"invalidReceivers\":[\"+33612345678\"],\"validReceivers\":[]}"));

        assertThat(send(gateway()).kind()).isEqualTo(Kind.REFUSED);
    }

    @Test
    void doesNotTrustASuccessWithoutIds() {
        ovh.next(OvhBehaviour.answers(200, "{\"totalCreditsRemoved\":1}"));

        assertThat(send(gateway()).kind()).isEqualTo(Kind.UNKNOWN);
    }

    @Test
    void keepsOvhsTime() {
        ovh.ahead(Duration.ofHours(2));
        var gateway = gateway();
        assertThat(send(gateway).kind()).isEqualTo(Kind.ACCEPTED);

        // Their clock jumps: one attempt is refused, the next one asks for the time.
        ovh.ahead(Duration.ofHours(5));
        var refused = send(gateway);
        assertThat(refused.kind()).isEqualTo(Kind.RETRY);
        assertThat(refused.reason()).startsWith(OvhProblem.CLOCK.name());
        assertThat(send(gateway).kind()).isEqualTo(Kind.ACCEPTED);
    }

    @Test
    void triesLaterWhereNobodyListens() {
        var endpoint = ovh.endpoint();
        ovh.close();

        assertThat(send(gateway(endpoint, OvhStandIn.SECRET, Optional.empty())).kind())
                .isEqualTo(Kind.RETRY);
        assertThat(send(gateway("http://nowhere.invalid/1.0", OvhStandIn.SECRET, Optional.empty()))
                        .kind())
                .isEqualTo(Kind.RETRY);
    }

    @Test
    void triesLaterWhereThereIsNoTls() {
        var plain = ovh.endpoint().replace("http:", "https:");

        assertThat(send(gateway(plain, OvhStandIn.SECRET, Optional.empty())).kind())
                .isEqualTo(Kind.RETRY);
        assertThat(ovh.jobs()).isEmpty();
    }

    @Test
    void isRefusedWithAWrongSecret() {
        var outcome = send(gateway(ovh.endpoint(), "another", Optional.empty()));

        assertThat(outcome.kind()).isEqualTo(Kind.REFUSED);
        assertThat(outcome.reason()).startsWith(OvhProblem.CREDENTIALS.name());
        assertThat(ovh.jobs()).isEmpty();
    }

    @Test
    void goesThroughTheProxyAndTriesLaterWithoutIt() {
        // A proxy is asked for the whole address of plain HTTP, and for a tunnel to HTTPS, which it refuses here.
        var address = URI.create(ovh.endpoint());
        var proxy = new InetSocketAddress(address.getHost(), address.getPort());
        var through = send(gateway("http://nowhere.invalid/1.0", OvhStandIn.SECRET, Optional.of(proxy)));
        assertThat(through.kind()).isEqualTo(Kind.ACCEPTED);

        var tunnel = send(gateway("https://nowhere.invalid/1.0", OvhStandIn.SECRET, Optional.of(proxy)));
        assertThat(tunnel.kind()).isEqualTo(Kind.RETRY);
        ovh.close();
        var gone = send(gateway("http://nowhere.invalid/1.0", OvhStandIn.SECRET, Optional.of(proxy)));
        assertThat(gone.kind()).isEqualTo(Kind.RETRY);
    }

    private Outcome send(OvhSms gateway) {
        return gateway.send(
                new Sms(new PhoneNumber("+33612345678"), TEXT, clock.instant().plus(Duration.ofHours(1))));
    }

    private OvhSms gateway() {
        return gateway(ovh.endpoint(), OvhStandIn.SECRET, Optional.empty());
    }

    private OvhSms gateway(String endpoint, String secret, Optional<InetSocketAddress> proxy) {
        return new OvhSms(Some.settings(Some.ovh(endpoint, secret, proxy)), clock, state);
    }
}
