package fr.predice.visio.call;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsInViewportOptions;
import com.microsoft.playwright.options.AriaRole;
import fr.predice.visio.invitation.GuestLanguage;
import fr.predice.visio.platform.web.Texts;
import fr.predice.visio.stack.Stack;
import fr.predice.visio.stack.StackExtension;
import fr.predice.visio.support.AxeReview;
import fr.predice.visio.support.Browsers;
import fr.predice.visio.support.GuestOnPhone;
import fr.predice.visio.support.People;
import fr.predice.visio.support.TestAccount;
import fr.predice.visio.support.Tongue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The invited person's page in each language, and as each person can read it. */
@ExtendWith(StackExtension.class)
class GuestLanguagesIT {
    @RegisterExtension
    static final Browsers browsers = Browsers.willing();

    private static final String REFUSES = "if (navigator.mediaDevices) { navigator.mediaDevices.getUserMedia ="
            + " () => Promise.reject(new DOMException('', 'NotAllowedError')) }";

    /** This machine's browser has no voice: one that writes down what it is to say. */
    private static final String SPEAKS = """
            window.said = [];
            Object.defineProperty(window, 'speechSynthesis', { value: {
              getVoices: () => [{ lang: 'fr-FR', localService: true }],
              speak: (one) => window.said.push(one.text),
              cancel: () => undefined,
            } });
            window.SpeechSynthesisUtterance = function (text) { this.text = text; };""";

    private static final String OVERFLOW = """
            () => Array.from(document.querySelectorAll('.sheet *, .stage *'))
              .filter((one) => one.checkVisibility() && getComputedStyle(one).clip === 'auto')
              .filter((one) => {
                const { left, right } = one.getBoundingClientRect();
                return right > innerWidth + 1 || left < -1;
              })
              .map((one) => one.outerHTML.slice(0, 200))""";

    static People people;

    final AxeReview axe = new AxeReview();

    @BeforeAll
    static void open(Stack stack) {
        people = new People(stack);
    }

    /** All the way: chosen with the number, in the SMS, on the page, and in the call. */
    @Test
    void meetsInArabicFromRightToLeft() {
        var organizer = people.organizer(browsers.desk(Tongue.FRENCH)).signIn();
        var number = TestAccount.someNumber();
        organizer.invite(number, "Arabe", "Grands caractères");
        organizer.hears("room.waiting");

        var guest = people.guest(browsers.phone(Tongue.FRENCH)).open(people.smsLinkTo(number));
        var page = guest.page();
        assertThat(page.locator("html")).hasAttribute("dir", "rtl");
        assertThat(page.locator("html")).hasAttribute("lang", "ar");
        assertThat(page.locator("html")).hasClass("large");
        assertThat(guest.heading()).hasText("Camille Martin " + text(GuestLanguage.AR, "guest.ready.invites"));
        assertThat(page).hasTitle(Pattern.compile("^" + text(GuestLanguage.AR, "guest.title")));

        tap(page, GuestLanguage.AR, "guest.ready.join");
        organizer.witness().seesFramesComing();
        organizer.witness().hearsSound();
        assertThat(page.getByLabel(text(GuestLanguage.AR, "far"))).isVisible();
        assertThat(page.getByRole(AriaRole.BUTTON, named(GuestLanguage.AR, "leave")))
                .isVisible();
        axe.look("talking in Arabic", page);
        assertThat((List<?>) page.evaluate(OVERFLOW)).isEmpty();

        // The organizer reads in another language from now on, and what to say quotes the person's own.
        var room = organizer.page();
        room.locator("a[hreflang=en]").click();
        assertThat(room.locator("html")).hasAttribute("lang", "en");
        assertThat(room.locator(".room-panel")).containsText(Tongue.ENGLISH.call("room.step.sound-heard"));
        organizer.witness().seesFramesComing();
        var flip = room.locator(".room-say p:visible").last();
        assertThat(flip.locator("[lang=ar]")).hasText(text(GuestLanguage.AR, "guest.flip"));
        assertThat(flip).containsText("’ (" + text(GuestLanguage.EN, "guest.flip") + ") to show me");
        var self = page.locator(".stage-self").boundingBox();
        assertThat(self.x).isLessThan(100);

        tap(page, GuestLanguage.AR, "leave");
        assertThat(guest.heading()).hasText(text(GuestLanguage.AR, "guest.finished"));
    }

    /** Whoever waits may still choose another; one more tap, and they wait in it. */
    @Test
    void changesTheLanguageWhileOneWaits() {
        var link = people.invited();
        var guest = people.guest(browsers.phone(Tongue.FRENCH)).open(link);
        guest.join();
        guest.hears("guest.waiting");
        guest.page().locator("summary:visible").tap();
        axe.look("waiting, languages", guest.page());
        guest.page().locator(".stage").getByText(GuestLanguage.RU.getOwnName()).tap();

        assertThat(guest.page()).hasURL(link.replace("/r#", "/r/ru#"));
        tap(guest.page(), GuestLanguage.RU, "guest.ready.resume");
        assertThat(guest.page().getByText(text(GuestLanguage.RU, "guest.waiting")))
                .isVisible();
    }

    @ParameterizedTest
    @EnumSource
    void speaksToThePersonInTheirLanguage(GuestLanguage language) {
        var link = people.invited();
        // The browser's own is another one: the address decides.
        var guest = people.guest(browsers.phone(language == GuestLanguage.EN ? Tongue.FRENCH : Tongue.ENGLISH, REFUSES)
                .expectComplaint("Failed to load resource"));
        guest.open(link.replace("/r#", "/r/fr#"));
        if (language != GuestLanguage.FR) {
            guest.page().locator("summary").tap();
            axe.look("languages", guest.page());
            guest.page().getByText(language.getOwnName()).tap();
        }
        assertThat(guest.page()).hasURL(link.replace("/r#", "/r/" + language.getTag() + "#"));
        review(guest, language, "guest.ready.invites");
        saysWhatBecomesOfTheirData(guest, language);

        guest.page().setViewportSize(320, 640);
        tap(guest.page(), language, "guest.large");
        assertThat(guest.page().locator("html")).hasClass("large");
        review(guest, language, "guest.ready.join");
        tap(guest.page(), language, "guest.ready.join");
        review(guest, language, "allow.desk-chrome.two");
        guest.isRefused("ended");
        review(guest, language, "guest.ended");
        assertThat(guest.page().locator("html")).hasClass("large");
    }

    @Test
    void isEasyToReadAndReadAloud() {
        var organizer = people.organizer(browsers.desk(Tongue.FRENCH).expectRefusal(410))
                .signIn();
        var number = TestAccount.someNumber();
        organizer.invite(number, "Français", "Facile à lire");
        organizer.hears("room.waiting");
        var guest =
                people.guest(browsers.phone(Tongue.FRENCH, REFUSES, SPEAKS).expectComplaint("Failed to load resource"));
        var page = guest.page();
        page.setViewportSize(320, 640);

        guest.open(people.smsLinkTo(number));
        assertThat(guest.heading()).hasText("Camille Martin veut vous parler en vidéo.");
        assertThat(page.locator("main .picto:visible")).hasCount(3);
        assertThat(page.getByRole(AriaRole.BUTTON, named(GuestLanguage.FR, "guest.ready.join")))
                .isInViewport(new IsInViewportOptions().setRatio(1));
        assertThat((List<?>) page.evaluate(OVERFLOW)).isEmpty();
        assertThat((List<?>) page.evaluate("() => window.said")).isEmpty();

        tap(page, GuestLanguage.FR, "guest.listen");
        assertThat(page.getByRole(AriaRole.BUTTON, named(GuestLanguage.FR, "guest.listen.stop")))
                .isVisible();
        assertThat(said(page)).contains("Camille Martin veut vous parler en vidéo.", "Choisissez « Autoriser ».");
        tap(page, GuestLanguage.FR, "guest.ready.join");
        assertThat(guest.heading()).hasText("La caméra ou le micro est bloqué.");
        assertThat(said(page)).contains("La caméra ou le micro est bloqué.");
        assertThat((List<?>) page.evaluate(OVERFLOW)).isEmpty();

        people.change(
                "UPDATE invitation SET ended_at = now()"
                        + " WHERE id = (SELECT invitation_id FROM invitation_token WHERE hash = ?)",
                people.smsLinkTo(number));
        page.reload();
        assertThat(guest.heading()).hasText("L’appel est fini.");

        tap(page, GuestLanguage.FR, "guest.easy");
        assertThat(guest.heading()).hasText("La visio est terminée.");
        page.reload();
        assertThat(guest.heading()).hasText("La visio est terminée.");
    }

    /** In a page of its own, which learns nothing of this one. */
    private static void saysWhatBecomesOfTheirData(GuestOnPhone guest, GuestLanguage language) {
        var asked = new ArrayList<Map<String, String>>();
        guest.page().context().onRequest(request -> asked.add(request.allHeaders()));
        var notice = guest.page()
                .waitForPopup(() ->
                        guest.page().getByText(text(language, "guest.data")).tap());
        assertThat(notice.locator("#invite")).isVisible();
        assertThat(notice).hasURL(Pattern.compile("/donnees-personnelles(\\?lang=(fr|en))?#invite$"));
        assertThat(notice.evaluate("() => [window.opener, document.referrer]")).isEqualTo(Arrays.asList(null, ""));
        assertThat(asked.get(0)).doesNotContainKey("referer");
        notice.close();
    }

    private static List<String> said(Page page) {
        return ((List<?>) page.evaluate("() => window.said"))
                .stream()
                        .map(Object::toString)
                        .map(text -> text.replace('\u00a0', ' '))
                        .toList();
    }

    private void review(GuestOnPhone guest, GuestLanguage language, String key) {
        var page = guest.page();
        assertThat(page.getByText(text(language, key))
                        .filter(new Locator.FilterOptions().setVisible(true))
                        .first())
                .isVisible();
        axe.look(key + " in " + language, page);
        assertThat((List<?>) page.evaluate(OVERFLOW))
                .as(key + " in " + language)
                .isEmpty();
    }

    private static void tap(Page page, GuestLanguage language, String key) {
        page.getByRole(AriaRole.BUTTON, named(language, key)).tap();
    }

    private static GetByRoleOptions named(GuestLanguage language, String key) {
        return new GetByRoleOptions().setName(text(language, key)).setExact(true);
    }

    private static String text(GuestLanguage language, String key) {
        return Texts.get(language.locale(), key);
    }

    @AfterEach
    void findsNothingWrong() {
        axe.foundNothing();
    }
}
