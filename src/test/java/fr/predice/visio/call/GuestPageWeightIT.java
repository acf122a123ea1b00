package fr.predice.visio.call;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import fr.predice.visio.invitation.GuestLanguage;
import fr.predice.visio.platform.web.Texts;
import fr.predice.visio.stack.Stack;
import fr.predice.visio.stack.StackExtension;
import fr.predice.visio.support.Browsers;
import fr.predice.visio.support.People;
import fr.predice.visio.support.Tongue;
import fr.predice.visio.support.Wire;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the phone pays before the tap, perhaps on a slow network and certainly on somebody's data plan. */
@ExtendWith(StackExtension.class)
class GuestPageWeightIT {
    private static final int MOST_BYTES = 20_000;

    /** Without a window around it, the page has no icon to ask for. */
    @RegisterExtension
    static final Browsers browsers = Browsers.willing().whole();

    @ParameterizedTest
    @EnumSource
    void weighsTwentyKilobytesAtMostAndOpensNoSession(GuestLanguage language, Stack stack) {
        var people = new People(stack);
        var phone = browsers.phone(Tongue.FRENCH);
        var guest = people.guest(phone);
        var wire = Wire.of(guest.page());

        guest.open(people.invited().replace("/r#", "/r/" + language.getTag() + "#"));
        assertThat(guest.heading()).containsText(Texts.get(language.locale(), "guest.ready.invites"));

        assertThat(wire.settled().addresses())
                .hasSizeGreaterThan(8)
                .allSatisfy(address -> assertThat(address).startsWith(stack.address() + "/"))
                .anySatisfy(address -> assertThat(address).contains("/participant.js"))
                .anySatisfy(address -> assertThat(address).endsWith(".svg"));
        assertThat(wire.bytes()).as(wire.toString()).isBetween(1_000, MOST_BYTES);
        assertThat(wire.cookiesSet()).isEmpty();
        assertThat(phone.context().cookies()).isEmpty();
    }
}
