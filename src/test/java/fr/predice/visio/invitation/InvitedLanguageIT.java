package fr.predice.visio.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import fr.predice.visio.stack.Stack;
import fr.predice.visio.stack.StackExtension;
import fr.predice.visio.support.Inbox;
import fr.predice.visio.support.Portal;
import fr.predice.visio.support.Tables;
import fr.predice.visio.support.TestAccount;
import fr.predice.visio.support.Visitor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The language and the display that the professional chooses for the person. */
@ExtendWith(StackExtension.class)
class InvitedLanguageIT {
    private static Stack stack;
    private static Tables tables;

    private Portal portal;
    private String number;
    private String e164;
    private Inbox inbox;

    @BeforeAll
    static void stack(Stack started) {
        stack = started;
        tables = new Tables(started);
    }

    @BeforeEach
    void signIn() {
        portal = new Portal(stack.address()).signIn(TestAccount.open(stack));
        number = TestAccount.someNumber();
        e164 = "+33" + number.replaceAll("\\D", "").substring(1);
        inbox = Inbox.of(stack.address());
    }

    @Test
    void invitesInTheLanguageAndTheDisplayThatWereChosen() {
        var page = portal.visitor().get("/pro/visio").body();
        var chosen = Map.of("mobile", number, "language", "RU", "display", "EASY");

        Portal.roomOf(portal.visitor().submit("/pro/visio", page, "invitation", "invite", chosen));

        var token = inbox.linkFor(e164);
        assertThat(inbox.to(e164).get(0)).contains("/r/ru#", "videozvonok");
        var guest = new Visitor(stack.address());
        assertThat(guest.postJson("/api/guest/look", "{\"token\":\"" + token + "\"}")
                        .body())
                .contains("\"display\":\"easy\"");
        assertThat(guest.get("/r/ru").body()).contains("lang=\"ru\" dir=\"ltr\"", "приглашает вас на видеозвонок");
        assertThat(guest.get("/r/ru/simple").body()).contains("class=\"easy large\"", "picto-tap");
        assertThat(guest.get("/scene/ru").body()).contains("Вы входите в видеозвонок…");
        assertThat(guest.get("/autoriser/ru").body()).contains("Вернитесь сюда");
        assertThat(guest.cookies()).isEmpty();
    }

    @Test
    void refusesALanguageOrADisplayThatWasNotOffered() {
        for (var forged : List.of(
                Map.of("mobile", number, "language", "XX"),
                Map.of("mobile", number, "language", "fr"),
                Map.of("mobile", number, "display", "HUGE"))) {
            var page = portal.visitor().get("/pro/visio").body();
            var answer = portal.visitor().submit("/pro/visio", page, "invitation", "invite", forged);

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("Choisissez une des réponses proposées.", number);
        }
        assertThat(tables.count("SELECT count(*) FROM invitation WHERE phone = '" + e164 + "'"))
                .isZero();

        for (var unknown : List.of("/r/xx", "/r/AR", "/r/ar/plain", "/r/ar/", "/r/ar/simple/x", "/autoriser/xx")) {
            assertThat(new Visitor(stack.address()).get(unknown).statusCode())
                    .as(unknown)
                    .isEqualTo(404);
        }
    }
}
