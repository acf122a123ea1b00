package fr.predice.visio.call;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.predice.visio.stack.Coturn;
import fr.predice.visio.stack.Stack;
import fr.predice.visio.support.Browsers;
import fr.predice.visio.support.CallPage;
import fr.predice.visio.support.OrganizerAtDesk;
import fr.predice.visio.support.People;
import fr.predice.visio.support.Tongue;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A site that relays all calls, by two relays with one secret, whose credentials are soon over. */
@Order(3)
class RelayOnlySiteIT {
    private static final String SECRET = "the-secret-of-both";

    private static final String CALLS = """
            (() => {
              const known = window.RTCPeerConnection;
              window.calls = [];
              window.RTCPeerConnection = class extends known {
                constructor(given) {
                  super(given);
                  window.calls.push(this);
                }
              };
            })()""";

    /** The address of the relay that sound and picture go out by; nothing while there is none. */
    private static final String RELAY = """
            async () => {
              const report = await window.calls[window.calls.length - 1].getStats();
              let used = '';
              report.forEach((entry) => {
                const pair = entry.type === 'transport' && report.get(entry.selectedCandidatePairId);
                if (pair) used = report.get(pair.localCandidateId).url || '';
              });
              return used;
            }""";

    @RegisterExtension
    static final Browsers browsers = Browsers.willing();

    static Stack stack;
    static People people;
    static List<Coturn> relays;

    @BeforeAll
    static void start() {
        relays = List.of(relay("it-relay-one"), relay("it-relay-two"));
        var settings = Map.of(
                "VISIO_RELAY_ONLY",
                "true",
                "VISIO_TURN_LIFETIME",
                "PT20S",
                "VISIO_TURN_URLS",
                relays.get(0).urls() + "," + relays.get(1).urls(),
                "VISIO_TURN_SECRET",
                SECRET);
        stack = Stack.startDemo("it-relayed", settings);
        people = new People(stack);
    }

    @AfterAll
    static void stop() {
        relays.forEach(Coturn::close);
        stack.close();
    }

    private static Coturn relay(String name) {
        return Coturn.alone(name, List.of(SECRET), "allow-loopback-peers", "allowed-peer-ip=127.0.0.1");
    }

    @Test
    void goesOnByTheOtherRelayWhenTheOneInUseDies() {
        var meeting = people.meet(browsers.desk(Tongue.FRENCH, CALLS), browsers.phone(Tongue.FRENCH, CALLS))
                .bothSeeAndHear();
        var used = await().pollInSameThread().until(() -> relayOf(meeting.organizer()), url -> !url.isEmpty());
        var dying = relays.stream()
                .filter(relay -> relay.urls().contains(used))
                .findFirst()
                .orElseThrow();

        dying.kill();

        await().pollInSameThread()
                .atMost(Duration.ofMinutes(1))
                .until(() -> meeting.sides()
                        .map(RelayOnlySiteIT::relayOf)
                        .allMatch(now -> !now.isEmpty() && !dying.urls().contains(now)));
        meeting.bothSeeAndHear();
    }

    private static String relayOf(CallPage side) {
        return (String) side.page().evaluate(RELAY);
    }

    /** A restart asks the relay for another allocation, which it gives for credentials of this moment alone. */
    @Test
    void findsAnotherWayLongAfterItsFirstCredentialsExpired() {
        var meeting = people.meet(browsers.desk(Tongue.FRENCH), browsers.phone(Tongue.FRENCH))
                .bothSeeAndHear();
        assertThat(meeting.sides().map(side -> side.witness().route().toString()))
                .containsOnly("[relay, relay]");
        var last = meeting.sides()
                .map(side -> side.witness().credentialsExpire())
                .max(Instant::compareTo)
                .orElseThrow();

        await().pollInSameThread()
                .atMost(Duration.ofMinutes(1))
                .until(() -> Instant.now().isAfter(last.plusSeconds(2))
                        && meeting.sides()
                                .allMatch(side ->
                                        side.witness().credentialsExpire().isAfter(Instant.now())));
        var attempts = meeting.sides().map(side -> side.witness().attempt()).toList();
        meeting.guest().witness().changesNetwork();

        meeting.organizer().witness().makesAnotherAttemptThan(attempts.get(0));
        meeting.guest().witness().makesAnotherAttemptThan(attempts.get(1));
        meeting.organizer().witness().usesItsLastAttempt();
        assertThat(meeting.sides().map(side -> side.witness().connections())).containsOnly(1);
        meeting.bothSeeAndHear();
    }

    @Test
    void leavesNoChoiceToTheOrganizer() {
        OrganizerAtDesk organizer =
                people.organizer(browsers.desk(Tongue.FRENCH)).signIn();

        assertThat(organizer.page().getByLabel(organizer.tongue().page("invite.mobile")))
                .isVisible();
        assertThat(organizer.page().getByLabel(organizer.tongue().page("invite.relayOnly")))
                .hasCount(0);
    }
}
