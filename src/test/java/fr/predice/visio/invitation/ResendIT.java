package fr.predice.visio.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.HashSet;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Another SMS for an invitation: when it may leave, and with a link of its own. */
class ResendIT extends Invited {
    private static final int CLICKS = 8;

    @Test
    void sendsAnotherSmsWithALinkOfItsOwn() {
        aMinutePasses();

        assertThat(ask("resend").statusCode()).isEqualTo(200);

        await().until(() -> messages() == 2);
        assertThat(inbox.linkFor(international(number))).isNotEqualTo(firstLink);
        assertThat(look(firstLink)).isEqualTo(200);
        assertThat(look(inbox.linkFor(international(number)))).isEqualTo(200);
    }

    @Test
    void keepsThePersonsLanguageAndDisplay() {
        tables.execute("UPDATE invitation SET language = 'TR', display = 'LARGE' WHERE id = '" + invitation + "'");
        aMinutePasses();

        assertThat(ask("resend").statusCode()).isEqualTo(200);

        await().until(() -> messages() == 2);
        assertThat(inbox.to(international(number)).get(0)).contains("/r/tr#", "görüntülü arama");
        assertThat(display(inbox.linkFor(international(number)))).isEqualTo("large");
        assertThat(json(ask("link")).getString("link")).contains("/r/tr#");
    }

    @Test
    void letsAnSmsArriveBeforeItSendsAnother() {
        var refused = ask("resend");

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(json(refused).getString("reason")).isEqualTo("refused");
        assertThat(json(refused).getString("text")).contains("Un SMS est peut-être déjà en route");
        assertThat(messages()).isEqualTo(1);
    }

    @Test
    void sendsOneSmsHoweverManyAskAtOnce() throws Exception {
        aMinutePasses();
        var pool = Executors.newFixedThreadPool(CLICKS);
        try {
            var clicks = IntStream.range(0, CLICKS)
                    .mapToObj(i -> pool.submit(() -> ask("resend").statusCode()))
                    .toList();
            var statuses = new HashSet<Integer>();
            for (var click : clicks) {
                statuses.add(click.get());
            }
            assertThat(statuses).containsExactlyInAnyOrder(200, 429);
        } finally {
            pool.shutdown();
        }
        assertThat(tables.count("SELECT count(*) FROM outgoing_message WHERE about = '" + invitation + "'"))
                .isEqualTo(2);
    }

    @Test
    void stopsAtTheSmsThatOneInvitationMaySend() {
        for (var sms = 2; sms <= 5; sms++) {
            aMinutePasses();
            assertThat(ask("resend").statusCode()).isEqualTo(200);
        }
        aMinutePasses();

        var refused = ask("resend");

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(json(refused).getString("text")).contains("tous les SMS permis");
        assertThat(ask("link").statusCode()).isEqualTo(200);
    }

    @Test
    void opensAgainForALifetimeWithEachNewLink() {
        expire();
        assertThat(look(firstLink)).isEqualTo(410);
        aMinutePasses();

        assertThat(ask("resend").statusCode()).isEqualTo(200);

        assertThat(look(firstLink)).isEqualTo(200);
        assertThat(tables.count("SELECT count(*) FROM invitation WHERE id = '" + invitation
                        + "' AND expires_at > now() + interval '55 minutes'"))
                .isEqualTo(1);
    }

    @Test
    void sendsNothingToANumberThatWasErased() {
        aMinutePasses();
        tables.execute("UPDATE invitation SET phone = NULL WHERE id = '" + invitation + "'");

        var refused = ask("resend");

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(json(refused).getString("text")).contains("Le numéro a été effacé");
        assertThat(ask("link").statusCode()).isEqualTo(200);
    }

    @Test
    void sendsAnotherAtOnceWhereTheFirstSurelyDidNotArrive() {
        tables.execute("UPDATE outgoing_message SET state = 'FAILED' WHERE about = '" + invitation + "'");

        assertThat(ask("resend").statusCode()).isEqualTo(200);
    }

    /** What a node is sending when it is taken back may leave, but is not tried again. */
    @Test
    void triesNoMoreToSendWhatWasTakenBack() {
        tables.execute("UPDATE outgoing_message SET state = 'CLAIMED', lease_until = now() + interval '1 minute'"
                + " WHERE about = '" + invitation + "'");

        assertThat(ask("cancel").statusCode()).isEqualTo(200);

        assertThat(tables.count("SELECT count(*) FROM outgoing_message WHERE about = '" + invitation
                        + "' AND state = 'CLAIMED' AND expires_at <= now()"))
                .isEqualTo(1);
    }

    @Test
    void saysRefusalsInTheLanguageOfThePage() {
        portal.visitor().cookie("lang", "en");

        assertThat(json(ask("resend")).getString("text")).startsWith("A text message may already be on its way");
    }
}
