package fr.predice.visio.portal.profile;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import fr.predice.visio.stack.Stack;
import fr.predice.visio.stack.StackExtension;
import fr.predice.visio.support.AxeReview;
import fr.predice.visio.support.Browsers;
import fr.predice.visio.support.OrganizerAtDesk;
import fr.predice.visio.support.People;
import fr.predice.visio.support.Portal;
import fr.predice.visio.support.Tongue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** « Mon compte » and the way back into it, for everybody, on the narrowest screen too. */
@ExtendWith(StackExtension.class)
@ParameterizedClass
@EnumSource
class ProfileAccessibilityIT {
    @RegisterExtension
    static final Browsers browsers = Browsers.willing();

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
        organizer = people.organizer(browsers.desk(tongue));
    }

    @Test
    void letsEverybodyComeBack() {
        review("/mot-de-passe-oublie", "profile.lost.password.lead");
        press("profile.lost.password.send");
        assertThat(organizer.page().locator("#who")).isFocused();
        review("profile.lost.password.required");
        review("/connexion", "profile.lost.password");
        review("/identifiant-oublie", "profile.lost.identifier.lead");
        review("/mail-envoye", "profile.lost.sent.lead");
        review("/confirmation", "profile.proof.mobile.lead");
        review("/confirmation-mail", "profile.proof.mail.lead");
        review("/confirme", "profile.proof.done.what");

        review("/mot-de-passe#AAAAAAAAAAAAAAAAAAAAAA", "profile.reset.lead");
        var field = organizer.page().locator("#password");
        var hint = organizer.page().locator("#password-strength");
        field.pressSequentially("onze lettre");
        assertThat(hint).hasText(text("profile.strength.short.one"));
        field.fill("le chat dort sur le toit");
        assertThat(hint).hasText(text("profile.strength.good"));
        axe.look("strength", organizer.page());
        press("profile.password.send");
        review("profile.reset.unknown");
        assertThat(organizer.page().locator("#token").inputValue()).hasSize(22);
    }

    @Test
    void letsEverybodyChangeTheirAccount() {
        organizer.signIn();
        review("/compte", "profile.access.sessions.what");
        review("/compte/mot-de-passe", "profile.password.lead");
        review("/compte/mobile", "profile.mobile.lead");
        review("/compte/adresse", "profile.mail.lead");
        press("profile.mail.send");
        assertThat(organizer.page().locator("[data-summary]")).isFocused();
        review("profile.current.hint");

        review("/compte/application", "profile.app.lead");
        organizer.page().locator("#current").fill(Portal.PASSWORD);
        press("profile.app.start");
        review("profile.app.scan");
    }

    private void review(String path, String sentence) {
        organizer.open(path);
        review(sentence);
    }

    private void review(String sentence) {
        assertThat(organizer.page().getByText(text(sentence)).first()).isVisible();
        axe.look(sentence, organizer.page());
    }

    private void press(String key) {
        var exactly = new GetByRoleOptions().setName(text(key)).setExact(true);
        organizer.page().getByRole(AriaRole.BUTTON, exactly).click();
    }

    private String text(String key) {
        return tongue.of("profile", key);
    }

    @AfterEach
    void findsNothingWrong() {
        axe.foundNothing();
    }
}
