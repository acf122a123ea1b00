package fr.predice.visio.call;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.predice.visio.stack.Stack;
import fr.predice.visio.support.Browsers;
import fr.predice.visio.support.OrganizerAtDesk;
import fr.predice.visio.support.People;
import fr.predice.visio.support.Tongue;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A site that relays all calls, with relay credentials that are soon over. */
class RelayOnlySiteIT {
    @RegisterExtension
    static final Browsers browsers = Browsers.willing();

    static Stack stack;
    static People people;

    @BeforeAll
    static void start() {
        stack = Stack.startDemo("it-relayed", Map.of("VISIO_RELAY_ONLY", "true", "VISIO_TURN_LIFETIME", "PT20S"));
        people = new People(stack);
    }

    @AfterAll
    static void stop() {
        stack.close();
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
