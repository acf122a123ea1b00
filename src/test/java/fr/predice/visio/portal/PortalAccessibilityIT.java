package fr.predice.visio.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import fr.predice.visio.stack.Stack;
import fr.predice.visio.stack.StackExtension;
import fr.predice.visio.support.AxeReview;
import fr.predice.visio.support.Browsers;
import fr.predice.visio.support.OrganizerAtDesk;
import fr.predice.visio.support.People;
import fr.predice.visio.support.Portal;
import fr.predice.visio.support.TestAccount;
import fr.predice.visio.support.Tongue;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Each page of the portal, as it opens and as it refuses, is one that everybody can use. */
@Order(2)
@ExtendWith(StackExtension.class)
@ParameterizedClass
@EnumSource
class PortalAccessibilityIT {
    private static final String OLD = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/79.0.3945.130 Safari/537.36";

    private static final String NO_SOCKET = """
            window.WebSocket = class {
              constructor() { setTimeout(() => this.onclose && this.onclose({ code: 1006 })); }
              close() {}
            };""";

    @RegisterExtension
    static final Browsers browsers = Browsers.willing();

    @RegisterExtension
    static final Browsers refusing = Browsers.refusing();

    static People people;

    @Parameter
    Tongue tongue;

    final AxeReview axe = new AxeReview();
    OrganizerAtDesk organizer;

    @BeforeAll
    static void open(Stack stack) {
        people = new People(stack);
    }

    @BeforeEach
    void sitDown() {
        organizer = people.organizer(browsers.desk(tongue).expectRefusal(403).expectRefusal(404));
    }

    @Test
    void welcomesEverybody() {
        review("/", "landing.heading");
        review("/connexion", "signin.title");
        axe.lookAtFocus("sign-in", organizer.page());
        review("/demo/boite", "mailbox.title");
        review("/nowhere", "error.404.title");
        review("/index.xhtml", "error.403.title");
    }

    @Test
    void letsEverybodyCheckTheirComputer() {
        review("/prerequis", "prerequisites.heading");
        review("/test-materiel", "precall.verdict.idle");
        organizer.button(tongue.page("precall.start")).click();
        review("precall.verdict.good");
        organizer.button(tongue.page("precall.speaker.play")).click();
        review("precall.speaker.ask");
        organizer.button(tongue.page("precall.speaker.no")).click();
        review("precall.verdict.care");

        var unlucky = people.organizer(refusing.desk(tongue, NO_SOCKET));
        unlucky.open("/test-materiel");
        unlucky.button(tongue.page("precall.start")).click();
        unlucky.hearsPage("precall.verdict.bad");
        axe.look("precall.verdict.bad", unlucky.page());
    }

    @Test
    void tellsEverybodyWhyTheirComputerIsNotFit() {
        var refused = people.organizer(browsers.open(new NewContextOptions().setUserAgent(OLD), tongue))
                .signIn();
        refused.hearsPage("computer.BROWSER_TOO_OLD");
        axe.look("too old", refused.page());
        refused.open("/prerequis");
        axe.look("too old, prerequisites", refused.page());

        var unable = people.organizer(browsers.desk(tongue, "delete window.RTCPeerConnection"))
                .signIn();
        unable.hearsPage("computer.UNSUPPORTED.what");
        axe.look("unable", unable.page());
        unable.open("/test-materiel");
        unable.hearsPage("computer.UNSUPPORTED.what");
        axe.look("unable to test", unable.page());

        organizer.signIn();
        organizer.page().context().grantPermissions(List.of("notifications"));
        review("invite.denied.what");
    }

    @Test
    void letsEverybodySignIn() {
        organizer.open("/connexion");
        organizer.button(tongue.page("signin.send")).click();
        assertThat(organizer.page().locator("[data-summary]")).isFocused();
        review("form.required.password");

        organizer.askForCode("not-my-password");
        review("signin.refused");

        organizer.askForCode(Portal.PASSWORD);
        review("code.late");
        organizer.enter("000000");
        review("code.restart");
        var left = Pattern.compile(" 4 (essais|attempts)");
        assertThat(organizer.page().locator("#verify").getByText(left)).hasCount(1);
    }

    @Test
    void letsEverybodyInvite() {
        organizer.signIn();
        review("/", "landing.services");
        review("/pro/visio", "invite.heading");
        axe.lookAtFocus("invite", organizer.page());

        organizer.invite("03 22 80 31 70");
        review("invite.badNumber");

        var number = TestAccount.someNumber();
        organizer.invite(number);
        organizer.hears("room.waiting");
        people.fillTheDayOf(number);
        review("/pro/visio", "today.sms.withdrawn");
        organizer.button(tongue.page("today.cancel")).first().click();
        review("today.cancel.sure.what");

        review("/pro/services", "services.lead");
        review("/demo/boite", "mailbox.to");
    }

    @Test
    void letsEverybodyAskForAnAccountAndReadTheirRights() {
        for (var path : List.of(
                "/inscription",
                "/inscription-envoyee",
                "/conditions",
                "/demande",
                "/activation",
                "/mentions-legales",
                "/donnees-personnelles",
                "/accessibilite")) {
            organizer.open(path);
            axe.look(path, organizer.page());
        }
        review("/admin/connexion", "signin.identifier");
        organizer.open("/inscription");
        organizer.button(tongue.account("registration.send")).click();
        assertThat(organizer.page().locator("[data-summary]")).isFocused();
        organizer
                .page()
                .getByText(tongue.account("registration.agreed.required"))
                .last()
                .waitFor();
        axe.look("refused registration", organizer.page());
    }

    private void review(String path, String sentence) {
        organizer.open(path);
        review(sentence);
    }

    private void review(String sentence) {
        organizer.hearsPage(sentence);
        axe.look(sentence, organizer.page());
    }

    @AfterEach
    void findsNothingWrong() {
        axe.foundNothing();
    }
}
