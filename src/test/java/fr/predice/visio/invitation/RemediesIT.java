package fr.predice.visio.invitation;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;

import fr.predice.visio.platform.token.SecretToken;
import fr.predice.visio.support.Portal;
import fr.predice.visio.support.TestAccount;
import fr.predice.visio.support.Visitor;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What else an organizer does about an invitation once it is made. */
class RemediesIT extends Invited {
    @Test
    void keepsTheNumberNoLongerForALinkThatIsCopied() {
        tables.execute("UPDATE invitation SET expires_at = now() - interval '1 minute', phone_served_at = now()"
                + " - interval '1 minute' WHERE id = '" + invitation + "'");

        assertThat(ask("link").statusCode()).isEqualTo(200);

        assertThat(tables.count("SELECT count(*) FROM invitation WHERE id = '" + invitation
                        + "' AND expires_at > now() AND phone_served_at < now()"))
                .isEqualTo(1);
    }

    @Test
    void copiesLinksAndShowsCodesWithTokensOfTheirOwn() {
        var links = new HashSet<>(Set.of(firstLink));
        links.add(tokenOf(json(ask("link")).getString("link")));
        links.add(tokenOf(json(ask("link")).getString("link")));
        var code = json(ask("qr"));

        assertThat(links).hasSize(3).allSatisfy(link -> assertThat(look(link)).isEqualTo(200));
        assertThat(code.getInt("size")).isGreaterThan(20);
        assertThat(code.getString("path")).matches("(M\\d+ \\d+h\\d+v1h-\\d+z)+");
        assertThat(code.getString("until")).matches("\\d{1,2}\u00a0h\u00a0\\d\\d");
        assertThat(tables.count("SELECT count(*) FROM invitation_token WHERE invitation_id = '" + invitation
                        + "' AND via = 'QR'"))
                .isEqualTo(1);
    }

    @Test
    void closesEveryLinkAndSeatWhenItIsCancelled() {
        var copied = tokenOf(json(ask("link")).getString("link"));
        var guest = new Visitor(stack.address());
        assertThat(guest.postJson("/api/guest/redeem", body(firstLink)).statusCode())
                .isEqualTo(200);
        tables.execute("UPDATE outgoing_message SET state = 'WAITING', next_attempt_at = now() + interval '1 hour'"
                + " WHERE about = '" + invitation + "'");

        assertThat(ask("cancel").statusCode()).isEqualTo(200);
        assertThat(ask("cancel").statusCode()).isEqualTo(200);

        assertThat(look(firstLink)).isEqualTo(410);
        assertThat(look(copied)).isEqualTo(410);
        assertThat(guest.postJson("/api/guest/ticket", body(firstLink)).body()).contains("revoked");
        assertThat(tables.count("SELECT count(*) FROM outgoing_message WHERE about = '" + invitation
                        + "' AND state = 'WITHDRAWN' AND content IS NULL AND recipient IS NULL"))
                .isEqualTo(1);
        assertThat(tables.count("SELECT count(*) FROM audit_event WHERE action = 'CANCELLED' AND subject = '"
                        + invitation + "'"))
                .isEqualTo(1);
        for (var deed : new String[] {"resend", "link", "qr", "free-seat"}) {
            assertThat(ask(deed).statusCode()).as(deed).isEqualTo(410);
        }
    }

    @Test
    void freesTheSeatForTheNextDeviceAloneAndKeepsTheFormerOneOut() {
        var former = new Visitor(stack.address());
        var next = new Visitor(stack.address());
        assertThat(redeem(former)).isEqualTo(200);
        assertThat(redeem(next)).isEqualTo(409);

        assertThat(ask("free-seat").statusCode()).isEqualTo(200);

        assertThat(former.postJson("/api/guest/ticket", body(firstLink)).body()).contains("taken");
        assertThat(redeem(next)).isEqualTo(200);
        assertThat(redeem(former)).isEqualTo(409);
        assertThat(former.postJson("/api/guest/ticket", body(firstLink)).body()).contains("taken");
        assertThat(next.postJson("/api/guest/ticket", body(firstLink)).statusCode())
                .isEqualTo(200);
        assertThat(tables.count("SELECT count(*) FROM audit_event WHERE action = 'SEAT_FREED' AND subject = '"
                        + invitation + "' AND actor <> '-'"))
                .isEqualTo(1);
    }

    /** The former device is as quick as it likes: the seat is for another, until it is freed once more. */
    @Test
    void keepsTheFormerDeviceOutBeforeAnyOtherCame() {
        var former = new Visitor(stack.address());
        assertThat(redeem(former)).isEqualTo(200);

        assertThat(ask("free-seat").statusCode()).isEqualTo(200);
        assertThat(redeem(former)).isEqualTo(409);
        assertThat(former.postJson("/api/guest/look", body(firstLink)).body()).contains("taken");

        assertThat(ask("free-seat").statusCode()).isEqualTo(200);
        assertThat(redeem(former)).isEqualTo(200);
    }

    @Test
    void freesTheSeatOfALinkThatExpiredDuringTheCall() {
        assertThat(redeem(new Visitor(stack.address()))).isEqualTo(200);
        tables.execute(
                "UPDATE invitation SET expires_at = now() - interval '1 minute' WHERE id = '" + invitation + "'");

        assertThat(ask("free-seat").statusCode()).isEqualTo(200);

        assertThat(redeem(new Visitor(stack.address()))).isEqualTo(200);
    }

    /** Two links opened in one browser have one cookie between them: the page's own secret tells them apart. */
    @Test
    void knowsItsSeatByThePagesSecretToo() {
        var seat = SecretToken.random().text();
        var guest = new Visitor(stack.address());
        var body = "{\"token\":\"" + firstLink + "\",\"seat\":\"" + seat + "\"}";
        assertThat(guest.postJson("/api/guest/redeem", body).statusCode()).isEqualTo(200);

        var otherTab = new Visitor(stack.address());
        assertThat(otherTab.postJson("/api/guest/ticket", body).statusCode()).isEqualTo(200);
        assertThat(otherTab.postJson("/api/guest/ticket", body(firstLink)).body())
                .contains("taken");
    }

    /** A secret of its own each time, as each browser chooses one. */
    private int redeem(Visitor guest) {
        var tap = "{\"token\":\"" + firstLink + "\",\"seat\":\""
                + SecretToken.random().text() + "\"}";
        return guest.postJson("/api/guest/redeem", tap).statusCode();
    }

    @Test
    void invitesTheRightNumberAndLetsTheWrongOnesLinkDie() {
        var right = TestAccount.someNumber();
        tables.execute("UPDATE invitation SET language = 'AR', display = 'EASY' WHERE id = '" + invitation + "'");

        var corrected = json(correct(right)).getString("invitation");
        var again = json(correct(right)).getString("invitation");

        assertThat(corrected).isEqualTo(again).isNotEqualTo(invitation.toString());
        assertThat(look(firstLink)).isEqualTo(410);
        assertThat(look(inbox.linkFor(international(right)))).isEqualTo(200);
        assertThat(display(inbox.linkFor(international(right)))).isEqualTo("easy");
        assertThat(inbox.to(international(right)))
                .singleElement(as(InstanceOfAssertFactories.STRING))
                .contains("/r/ar#");
        assertThat(portal.visitor().get("/pro/salle?invitation=" + corrected).statusCode())
                .isEqualTo(200);
        assertThat(portal.visitor().get("/pro/salle?invitation=" + invitation).statusCode())
                .isEqualTo(410);
    }

    @Test
    void correctsOnceHoweverManyAskAtOnce() throws Exception {
        var right = TestAccount.someNumber();
        var pool = Executors.newFixedThreadPool(4);
        var rooms = new HashSet<String>();
        try {
            var clicks = IntStream.range(0, 4)
                    .mapToObj(i -> pool.submit(() -> json(correct(right)).getString("invitation")))
                    .toList();
            for (var click : clicks) {
                rooms.add(click.get());
            }
        } finally {
            pool.shutdown();
        }

        assertThat(rooms).hasSize(1);
        inbox.linkFor(international(right));
        assertThat(inbox.to(international(right))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"03 22 80 31 70", "+1 202 555 0123", "", "same"})
    void refusesAWrongCorrectionAndKeepsTheInvitation(String typed) {
        var refused = correct(typed.equals("same") ? number : typed);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(json(refused).getString("reason")).isEqualTo("refused");
        assertThat(look(firstLink)).isEqualTo(200);
    }

    @Test
    void isClosedToEverybodyElse() {
        var other = new Portal(stack.address()).signIn(TestAccount.open(stack));
        aMinutePasses();
        for (var deed : new String[] {"resend", "cancel", "link", "qr", "free-seat"}) {
            assertThat(other.visitor()
                            .postJson("/api/pro/invitations/" + invitation + "/" + deed, "{}")
                            .statusCode())
                    .as(deed)
                    .isEqualTo(404);
            assertThat(new Visitor(stack.address())
                            .postJson("/api/pro/invitations/" + invitation + "/" + deed, "{}")
                            .statusCode())
                    .as(deed)
                    .isNotEqualTo(200);
        }
        var correction = "{\"mobile\":\"" + TestAccount.someNumber() + "\"}";
        assertThat(other.visitor()
                        .postJson("/api/pro/invitations/" + invitation + "/correct", correction)
                        .statusCode())
                .isEqualTo(404);
        assertThat(portal.visitor()
                        .postJson(
                                "/api/pro/invitations/" + invitation + "/cancel",
                                "{}",
                                "Origin",
                                "https://elsewhere.example.org")
                        .statusCode())
                .isEqualTo(403);
        assertThat(look(firstLink)).isEqualTo(200);
        assertThat(messages()).isEqualTo(1);
    }

    @Test
    void listsTheDayOfThisOrganizerAlone() {
        var second = TestAccount.someNumber();
        var cancelled = portal.invite(second);
        inbox.linkFor(international(second));
        portal.visitor().postJson("/api/pro/invitations/" + cancelled + "/cancel", "{}");
        var old = portal.invite(TestAccount.someNumber());
        tables.execute("UPDATE invitation SET created_at = now() - interval '25 hours' WHERE id = '" + old + "'");

        var list = portal.visitor().get("/pro/jour").body();

        assertThat(list)
                .contains(pairs(number), pairs(second), "SMS envoyé", "Annulée")
                .doesNotContain(old.toString(), "<form", "<html");
        assertThat(list.indexOf(pairs(second))).isLessThan(list.indexOf(pairs(number)));
        assertThat(list.split("Entrer en salle", -1)).hasSize(2);
        var other = new Portal(stack.address()).signIn(TestAccount.open(stack));
        assertThat(other.visitor().get("/pro/jour").body())
                .contains("Aucune invitation")
                .doesNotContain(pairs(number));
        assertThat(new Visitor(stack.address()).get("/pro/jour").statusCode()).isNotEqualTo(200);
    }
}
