package fr.predice.visio.call;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.predice.visio.stack.Stack;
import fr.predice.visio.stack.StackExtension;
import fr.predice.visio.support.Browsers;
import fr.predice.visio.support.CallPage;
import fr.predice.visio.support.Firefox;
import fr.predice.visio.support.People;
import fr.predice.visio.support.TestAccount;
import fr.predice.visio.support.Tongue;
import fr.predice.visio.support.Witness;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/** Firefox on one side, Chromium on the other. */
@ExtendWith(StackExtension.class)
@ParameterizedClass(name = "relayed: {0}")
@ValueSource(booleans = {false, true})
class FirefoxCallIT {
    @RegisterExtension
    static final Browsers browsers = Browsers.willing();

    static People people;

    @Parameter
    boolean relayed;

    @BeforeAll
    static void open(Stack stack) {
        people = new People(stack);
    }

    @Test
    void organizesWithFirefox() throws Exception {
        var number = TestAccount.someNumber();
        try (var organizer = Firefox.open(Tongue.FRENCH, scripts())) {
            people.invite(organizer, Tongue.FRENCH, number);

            var guest = people.guest(browsers.phone(Tongue.FRENCH, scripts())).open(people.linkTo(number));
            guest.join();

            seeAndHearEachOther(organizer.witness(), guest.witness());
            writeToEachOther(organizer, guest);
        }
    }

    @Test
    void joinsWithFirefox() throws Exception {
        var number = TestAccount.someNumber();
        try (var guest = Firefox.open(Tongue.FRENCH, scripts())) {
            var organizer =
                    people.organizer(browsers.desk(Tongue.FRENCH, scripts())).signIn();
            organizer.invite(number);
            guest.goTo(people.linkTo(number)).press(Tongue.FRENCH.call("guest.ready.join"));

            seeAndHearEachOther(organizer.witness(), guest.witness());
            writeToEachOther(guest, organizer);
        }
    }

    private String[] scripts() {
        return relayed ? new String[] {"window.relayOnly = true"} : new String[0];
    }

    private void seeAndHearEachOther(Witness... sides) {
        assertThat(Stream.of(sides)).allSatisfy(side -> {
            side.seesFramesComing();
            side.hearsSound();
            side.seesAPicture();
            assertThat(side.route().contains("relay")).isEqualTo(relayed);
        });
    }

    private static void writeToEachOther(Firefox firefox, CallPage chromium) {
        firefox.write("Bonj");
        assertThat(chromium.textBegun()).hasText("Bonj");
        chromium.textField().fill("Oui");
        await().pollInSameThread().until(firefox::textBegun, "Oui"::equals);
    }
}
