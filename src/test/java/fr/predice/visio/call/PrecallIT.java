package fr.predice.visio.call;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page.GetByLabelOptions;
import com.microsoft.playwright.Route.FulfillOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import fr.predice.visio.stack.Stack;
import fr.predice.visio.stack.StackExtension;
import fr.predice.visio.support.Browsers;
import fr.predice.visio.support.OrganizerAtDesk;
import fr.predice.visio.support.People;
import fr.predice.visio.support.Tongue;
import fr.predice.visio.support.Visitor;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** « Tester mon matériel », through the real socket and the real coturn. */
@ExtendWith(StackExtension.class)
class PrecallIT {
    private static final Tongue TONGUE = Tongue.FRENCH;
    /** A relay that does not answer is given eight seconds. */
    private static final double PATIENCE = Duration.ofSeconds(40).toMillis();

    @RegisterExtension
    static final Browsers browsers = Browsers.willing();

    @RegisterExtension
    static final Browsers credulous = Browsers.credulous();

    @RegisterExtension
    static final Browsers refusing = Browsers.refusing();

    @RegisterExtension
    static final Browsers bare = Browsers.withoutCamera();

    static Stack stack;
    static People people;

    private OrganizerAtDesk person;

    @BeforeAll
    static void open(Stack started) {
        stack = started;
        people = new People(started);
    }

    @Test
    void findsAGoodComputerReady() {
        assertThat(stack.relays()).as("coturn is installed").isTrue();
        person = people.organizer(credulous.desk(TONGUE)).signIn();
        person.listenToAnnouncements();
        startTest();

        says("precall.verdict.good");
        assertThat(person.announcements())
                .filteredOn(said -> said.contains(TONGUE.page("precall.direct.well")))
                .hasSize(1);

        says("precall.camera.well", "precall.microphone.well", "precall.socket.well", "precall.direct.well");
        says("precall.quality.well");
        assertThat(line("precall.relay.udp", "precall.relay.well")).isVisible();
        assertThat(line("precall.relay.tcp", "precall.relay.well")).isVisible();
        assertThat(line("precall.relay.tls", "precall.relay.well")).isVisible();
        var figures = Pattern.compile("relais\\s:\\s+\\d+ ms · perte\\s: \\d+ % · débit .*\\s:\\s+\\d(,\\d)? Mbit/s");
        assertThat(person.page().locator(".figures")).hasText(figures);
    }

    @Test
    void writesAReportThatNamesNobodyAndNoPlace() {
        person = people.organizer(browsers.desk(TONGUE)).signIn();
        person.page().context().grantPermissions(List.of("clipboard-read", "clipboard-write", "camera", "microphone"));
        person.page()
                .waitForPopup(() -> person.page()
                        .getByText(TONGUE.page("support.test.link"))
                        .click())
                .waitForURL("**/test-materiel");
        startTest();
        says("precall.verdict.good");

        press("precall.report.copy");
        says("precall.report.copied");

        var report = (String) person.page().evaluate("() => navigator.clipboard.readText()");
        assertThat(report)
                .contains("Chrome", "Linux", "Résultat – " + TONGUE.page("precall.verdict.good"))
                .contains(
                        "Caméra – " + TONGUE.page("precall.camera.well"),
                        "Micro – " + TONGUE.page("precall.microphone.well"))
                .contains("joignable", "Mbit/s")
                .doesNotContain("localhost", "127.0.0.1", "turn:", "fake", "Camille", "undefined", "null");
    }

    @Test
    void isOpenToEverybodyButForTheRelays() {
        person = people.organizer(browsers.desk(TONGUE));
        startTest();

        says("precall.verdict.good");

        says("precall.socket.well", "precall.direct.well", "precall.relays.closed");
        var stranger = new Visitor(stack.address());
        assertThat(stranger.get("/test-materiel").statusCode()).isEqualTo(200);
        assertThat(stranger.cookies()).isEmpty();
        assertThat(stranger.postJson("/api/pro/precall/relays", "{}").body()).doesNotContain("credential");
    }

    @Test
    void letsOneHearOneselfAndTheSpeakers() {
        person = people.organizer(browsers.desk(TONGUE));
        startTest();
        says("precall.microphone.well");

        press("precall.record");
        says("precall.record.on");
        says("precall.record.plays");
        says("precall.record.done");

        press("precall.speaker.play");
        says("precall.speaker.ask");
        press("precall.speaker.no");
        says("precall.speaker.unheard");
        says("precall.verdict.care");
        press("precall.speaker.yes");
        says("precall.verdict.good");
    }

    @Test
    void changesTheCamera() {
        person = people.organizer(browsers.desk(TONGUE));
        startTest();
        says("precall.camera.well");
        var menu = person.page().getByLabel(TONGUE.page("precall.camera.menu"), new GetByLabelOptions().setExact(true));
        assertThat(menu.locator("option")).hasCount(2);
        var names = menu.locator("option").allTextContents();
        assertThat(menu.locator("option:checked")).hasText(names.get(0));

        menu.selectOption(names.get(1));

        assertThat(menu.locator("option:checked")).hasText(names.get(1));
        var picture = person.page().getByLabel(TONGUE.page("precall.camera.own"));
        person.page()
                .waitForFunction(
                        "([video, name]) => video.srcObject.getVideoTracks()[0].label === name",
                        List.of(picture.elementHandle(), names.get(1)));
        says("precall.camera.well");
        press("precall.stop");
        assertThat(person.button(TONGUE.page("precall.start"))).isVisible();
        assertThat(picture.evaluate("video => video.srcObject")).isNull();
    }

    @Test
    void saysThatTheBrowserRefuses() {
        person = people.organizer(refusing.desk(TONGUE));
        startTest();

        says("precall.camera.refused", "precall.microphone.refused");
        says("precall.verdict.bad");
    }

    @Test
    void saysThatThereIsNoCameraAndNoMicrophone() {
        person = people.organizer(bare.desk(TONGUE));
        startTest();

        says("precall.camera.missing", "precall.microphone.missing");
        says("precall.verdict.bad");
    }

    @Test
    void hearsThatNothingIsSaid() {
        var mute = """
                const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
                navigator.mediaDevices.getUserMedia = (wanted) => ask(wanted).then((stream) => {
                  stream.getAudioTracks().forEach((track) => { track.enabled = false; });
                  return stream;
                });""";
        person = people.organizer(browsers.desk(TONGUE, "if (navigator.mediaDevices) { " + mute + " }"));
        startTest();

        says("precall.microphone.listening");
        says("precall.microphone.silent");
        says("precall.verdict.care");
    }

    @Test
    void saysThatTheNetworkBlocksTheRelays() {
        person = people.organizer(browsers.desk(TONGUE)).signIn();
        answerRelays("""
                [{"urls": ["turn:127.0.0.1:9?transport=udp", "turn:127.0.0.1:9?transport=tcp"],
                  "username": "u", "credential": "c"}]""");
        startTest();

        says("precall.relays.blocked");
        assertThat(line("precall.relay.udp", "precall.relay.blocked")).isVisible();
        assertThat(line("precall.relay.tls", "precall.relay.none")).isVisible();
        says("precall.verdict.care");
    }

    @Test
    void saysThatTheServiceHasNoRelay() {
        person = people.organizer(browsers.desk(TONGUE)).signIn();
        answerRelays("[]");
        startTest();

        says("precall.relays.none");
        says("precall.verdict.good");
    }

    @Test
    void saysThatTheServiceIsOutOfReach() {
        var cut = """
                window.WebSocket = class {
                  constructor() { setTimeout(() => this.onclose && this.onclose({ code: 1006 })); }
                  close() {}
                };""";
        person = people.organizer(browsers.desk(TONGUE, cut));
        startTest();

        says("precall.socket.blocked");
        says("precall.verdict.bad");
    }

    @Test
    void saysThatABrowserCannotCall() {
        person = people.organizer(browsers.desk(TONGUE, "delete window.RTCPeerConnection"));
        person.open("/test-materiel");

        person.hearsPage("computer.UNSUPPORTED.what");
        assertThat(person.button(TONGUE.page("precall.start"))).isHidden();
    }

    private void startTest() {
        person.open("/test-materiel");
        press("precall.start");
    }

    private void press(String key) {
        person.button(TONGUE.page(key)).click();
    }

    private void answerRelays(String servers) {
        person.page()
                .route(
                        "**/api/pro/precall/relays",
                        call -> call.fulfill(new FulfillOptions()
                                .setContentType("application/json")
                                .setBody("{\"iceServers\": " + servers + "}")));
    }

    private void says(String... keys) {
        for (var key : keys) {
            assertThat(visible(TONGUE.page(key))).isVisible(new IsVisibleOptions().setTimeout(PATIENCE));
        }
    }

    private Locator line(String way, String fate) {
        return visible(TONGUE.page(way) + TONGUE.page(fate));
    }

    private Locator visible(String text) {
        return person.page()
                .getByText(text)
                .filter(new Locator.FilterOptions().setVisible(true))
                .first();
    }
}
