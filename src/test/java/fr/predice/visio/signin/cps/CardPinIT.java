package fr.predice.visio.signin.cps;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import fr.predice.visio.stack.CardSite;
import fr.predice.visio.support.Sheet;
import fr.predice.visio.support.TestAccount;
import fr.predice.visio.support.Tongue;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A card in a reader, and all that the browser itself asks: which certificate, and the PIN, typed in a real window. */
@Tag("screen")
@ExtendWith(CardSite.Extension.class)
class CardPinIT {
    private static final Tongue TONGUE = Tongue.FRENCH;
    private static final String RPPS = "99700252580";
    private static final String WRONG_PIN = "4321";

    static CardSite site;

    @TempDir
    Path home;

    CardInReader card;

    @BeforeAll
    static void open(CardSite opened) {
        assumeThat(Workstation.missing())
                .as("tests of a card's PIN need programs that install-tools.sh installs: they are left out")
                .isEmpty();
        site = opened;
        TestAccount.open(site.stack())
                .with(site.stack(), "display_name = 'Nadia Leroy', professional_number = '" + RPPS + "'");
    }

    @BeforeEach
    void insertTheCard() {
        var person = site.authority().order("8" + RPPS).of("NADIA", "LEROY", "Infirmier");
        card = CardInReader.inserted(home)
                .holding(person.make(), "authentication")
                .holding(person.forSignature().make(), "signature");
    }

    /** As sheet 2 says. */
    @Test
    void signsInWithTheRightPin() {
        atDesk(desk -> {
            desk.tab().navigate(site.address() + "/aide/fiche-2");
            var sheet = new Sheet(desk.tab());
            var steps = IntStream.rangeClosed(1, 4)
                    .mapToObj(number -> sheet.step("card", number))
                    .toList();
            var portal = opensThePortal(desk);
            var tab = desk.follow(steps.get(0).named(portal), () -> {
                steps.get(1).says("certificat");
                desk.takesTheCertificate();
                steps.get(2).says("code PIN");
                desk.types(CardInReader.PIN);
            });

            assertThat(heading(tab)).hasText(text("cps.read.KNOWN"));
            assertThat(tab.getByText("NADIA LEROY")).isVisible();
            steps.get(3).named(tab).click();
            assertThat(tab).hasURL(site.address() + "/pro/services");
            helps(portal);
        });
    }

    /** The browser asks again, as long as one likes. Who gives up has shown no certificate. */
    @Test
    void isLeftWithTheHelpAfterAWrongPin() {
        atDesk(desk -> {
            var portal = opensThePortal(desk);
            var tab = desk.follow(cardReader(portal), () -> {
                desk.takesTheCertificate();
                desk.types(WRONG_PIN);
                desk.isAskedForThePin();
                desk.givesUp();
            });

            assertThat(heading(tab)).hasText(text("cps.read.NO_CARD"));
            helps(portal);
        });
    }

    /** The browser remembers that there was no certificate until all its windows are closed, as our page says. */
    @Test
    void isLeftWithTheHelpAfterClosingTheList() {
        atDesk(desk -> {
            var portal = opensThePortal(desk);
            var tab = desk.follow(cardReader(portal), desk::closesTheList);

            assertThat(heading(tab)).hasText(text("cps.read.NO_CARD"));
            helps(portal);
            var again = desk.follow(cardReader(portal), () -> {});
            assertThat(again.getByText(text("cps.again"))).isVisible();
        });
    }

    private void atDesk(Consumer<Workstation> story) {
        try (var desk = Workstation.with(card)) {
            try {
                story.accept(desk);
            } catch (RuntimeException | AssertionError failure) {
                desk.keepPicture(getClass().getSimpleName());
                throw failure;
            }
        }
    }

    private static Page opensThePortal(Workstation desk) {
        desk.tab().navigate(site.address() + "/");
        return desk.tab();
    }

    private static Locator cardReader(Page portal) {
        return portal.getByRole(AriaRole.LINK, new GetByRoleOptions().setName(TONGUE.page("landing.card")))
                .first();
    }

    private static Locator heading(Page page) {
        return page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setLevel(1));
    }

    /** The portal's own tab, beside that of the card. */
    private static void helps(Page portal) {
        assertThat(portal).hasURL(site.address() + "/carte");
        assertThat(portal.getByText(text("cps.trouble.pin")).first()).isVisible();
    }

    private static String text(String key) {
        return TONGUE.of("cps", key);
    }
}
