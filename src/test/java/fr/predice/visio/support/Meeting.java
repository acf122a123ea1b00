package fr.predice.visio.support;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.stream.Stream;

/**
 * An organizer and the person invited, in one call.
 *
 * @param number where the SMS went, as it was typed
 * @param link in that SMS
 */
public record Meeting(OrganizerAtDesk organizer, GuestOnPhone guest, String number, String link) {
    public Stream<CallPage> sides() {
        return Stream.of(organizer, guest);
    }

    /** Waits until frames are decoded, sound is heard and the picture is not black, on each side. */
    public Meeting bothSeeAndHear() {
        sides().forEach(side -> {
            assertThat(side.farVideo()).isVisible();
            side.witness().seesAndHears();
            side.witness().seesAPicture();
        });
        return this;
    }
}
