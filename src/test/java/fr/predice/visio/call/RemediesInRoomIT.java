package fr.predice.visio.call;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.Page.GetByLabelOptions;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import fr.predice.visio.stack.Stack;
import fr.predice.visio.stack.StackExtension;
import fr.predice.visio.support.Browsers;
import fr.predice.visio.support.Device;
import fr.predice.visio.support.Meeting;
import fr.predice.visio.support.OrganizerAtDesk;
import fr.predice.visio.support.People;
import fr.predice.visio.support.Tables;
import fr.predice.visio.support.TestAccount;
import fr.predice.visio.support.Tongue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The room while the person has no link: what its buttons do for both of them. */
@ExtendWith(StackExtension.class)
class RemediesInRoomIT {
    @RegisterExtension
    static final Browsers browsers = Browsers.willing();

    static People people;
    static Tables tables;

    private final String number = TestAccount.someNumber();
    private OrganizerAtDesk organizer;

    @BeforeAll
    static void open(Stack stack) {
        people = new People(stack);
        tables = new Tables(stack);
    }

    @BeforeEach
    void invite() {
        organizer = people.organizer(desk()).signIn();
        organizer.invite(number);
        organizer.hears("room.waiting.sms-sent");
    }

    @Test
    void correctsAWrongNumberAtOnce() {
        var wrong = people.linkTo(number);
        var right = TestAccount.someNumber();

        organizer.remedy("room.correct").click();
        var field = organizer
                .page()
                .getByLabel(organizer.tongue().call("room.correct.field"), new GetByLabelOptions().setExact(true));
        assertThat(field).isFocused();
        field.fill("03 22 80 31 70");
        field.press("Enter");
        assertThat(organizer.page().getByText(organizer.tongue().page("invite.badNumber")))
                .isVisible();
        field.fill(right);
        field.press("Enter");
        organizer.hears("room.waiting");
        assertThat(organizer
                        .page()
                        .getByLabel(organizer.tongue().call("room.panel"))
                        .getByText(right.replaceAll("(..)(?=.)", "$1 ")))
                .isVisible();

        people.guest(browsers.phone(Tongue.FRENCH).expectRefusal(410))
                .open(wrong)
                .hears("guest.revoked");
        join(people.linkTo(right));
    }

    @Test
    void meetsByACopiedLink() {
        organizer
                .page()
                .context()
                .grantPermissions(List.of("clipboard-read", "clipboard-write", "camera", "microphone"));

        organizer.remedy("room.link").click();
        organizer.hears("room.link.copied");

        var copied = (String) organizer.page().evaluate("() => navigator.clipboard.readText()");
        assertThat(copied).isNotEqualTo(people.linkTo(number));
        join(copied);
    }

    @Test
    void meetsByTheCodeOnTheScreenAlsoInTheDark() throws Exception {
        organizer.page().emulateMedia(new EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        organizer.remedy("room.qr").click();
        var picture = organizer
                .page()
                .getByRole(
                        AriaRole.IMG,
                        new GetByRoleOptions().setName(organizer.tongue().call("room.qr.picture")));
        assertThat(picture).isVisible();

        join(scanned(picture.screenshot()));
    }

    @Test
    void sendsAnotherSmsAndSaysWhatIsKnownOfIt() {
        var resend = organizer.remedy("room.resend");
        resend.click();
        assertThat(organizer.page().getByText("Un SMS est peut-être déjà en route"))
                .isVisible();

        tables.execute("UPDATE outgoing_message SET created_at = created_at - interval '1 minute'"
                + " WHERE about IN (SELECT id FROM invitation WHERE phone = '+33" + number.substring(1) + "')");
        resend.click();
        organizer.hears("room.resent");
        organizer.hears("room.step.sms-sent");
        assertThat(people.messagesTo(number)).hasSize(2);
    }

    @Test
    void cancelsByTheKeyboardAlone() {
        organizer.remedy("room.cancel").focus();
        organizer.page().keyboard().press("Enter");
        var keep = organizer.button(organizer.tongue().call("room.keep"));
        assertThat(keep).isFocused();
        organizer.page().keyboard().press("Shift+Tab");
        organizer.page().keyboard().press("Enter");

        organizer.hears("room.revoked");
        people.guest(browsers.phone(Tongue.FRENCH).expectRefusal(410))
                .open(people.linkTo(number))
                .hears("guest.revoked");
    }

    private void join(String link) {
        var guest = people.guest(browsers.phone(Tongue.FRENCH)).open(link);
        guest.join();
        new Meeting(organizer, guest, number, link).bothSeeAndHear();
    }

    /** As a phone's camera reads it. */
    private static String scanned(byte[] png) throws IOException, ReaderException {
        var image = ImageIO.read(new ByteArrayInputStream(png));
        var pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        var seen = new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels);
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(seen)))
                .getText();
    }

    private static Device desk() {
        return browsers.desk(Tongue.FRENCH).expectRefusal(400).expectRefusal(429);
    }
}
