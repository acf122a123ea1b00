package fr.predice.visio.support;

import static org.assertj.core.api.Assertions.assertThat;

import fr.predice.visio.platform.token.SecretToken;
import fr.predice.visio.stack.Stack;
import java.sql.SQLException;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/** Brings people to the service: an organizer with an account, and whom the organizer invites. */
public final class People {
    private static final Pattern SMS_LINK = Pattern.compile("(https?://\\S+/r\\S*#\\S{22})");
    private static final String EVERY_FATE = """
            WITH fate AS (
                SELECT ordinality AS n, state, gen_random_uuid() AS id FROM unnest(ARRAY[
                    'WAITING', 'SENT', 'DELIVERED', 'FAILED', 'EXPIRED', 'UNKNOWN', 'WITHDRAWN', 'SENT', 'DELIVERED'])
                    WITH ORDINALITY AS fates (state, ordinality)
            ), invited AS (
                INSERT INTO invitation (id, organizer_id, request, phone, phone_hash, created_at, expires_at,
                    phone_served_at, revoked_at, ended_at)
                SELECT f.id, i.organizer_id, f.id, CASE WHEN n < 9 THEN i.phone END, i.phone_hash,
                    i.created_at - n * interval '1 second',
                    CASE WHEN n = 8 THEN now() ELSE i.expires_at END, i.phone_served_at,
                    CASE WHEN n = 7 THEN now() END,
                    CASE WHEN n = 9 THEN now() END
                FROM fate f, invitation i WHERE i.phone = '%s'
            )
            INSERT INTO outgoing_message (id, about, channel, state, attempts, next_attempt_at, expires_at, created_at)
            SELECT id, id, 'SMS', state, 1, now() + interval '1 hour', now() + interval '1 hour', now() FROM fate""";

    private final Stack stack;
    private final String address;
    private final String server;
    private final Inbox inbox;

    public People(Stack stack) {
        this(stack, stack.publicAddress(), stack.address());
    }

    /**
     * @param address that people open, e.g. a reverse proxy's
     * @param server the application's own address, where its demo mailbox is read
     */
    public People(Stack stack, String address, String server) {
        this.stack = stack;
        this.address = address;
        this.server = server;
        this.inbox = Inbox.of(server);
    }

    public OrganizerAtDesk organizer(Device desk) {
        return new OrganizerAtDesk(desk, TestAccount.open(stack), server, address);
    }

    public GuestOnPhone guest(Device phone) {
        return new GuestOnPhone(phone);
    }

    /** All the way: the organizer signs in and invites, the person touches the link and taps. */
    public Meeting meet(Device desk, Device phone) {
        return meet(desk, phone, OrganizerAtDesk::invite);
    }

    /** The same, with an organizer who goes through each page of the sign-in. */
    public Meeting meetByHand(Device desk, Device phone) {
        return joined(almostMeet(organizer(desk).signInByHand(), phone, OrganizerAtDesk::invite));
    }

    /** The same, with an organizer who invites in this way. */
    public Meeting meet(Device desk, Device phone, BiConsumer<OrganizerAtDesk, String> invite) {
        return joined(almostMeet(desk, phone, invite));
    }

    private static Meeting joined(Meeting almost) {
        almost.guest().join();
        return almost;
    }

    /** All but the tap. */
    public Meeting almostMeet(Device desk, Device phone, BiConsumer<OrganizerAtDesk, String> invite) {
        return almostMeet(organizer(desk).signIn(), phone, invite);
    }

    private Meeting almostMeet(OrganizerAtDesk organizer, Device phone, BiConsumer<OrganizerAtDesk, String> invite) {
        var number = TestAccount.someNumber();
        invite.accept(organizer, number);
        organizer.hears("room.waiting");
        var link = linkTo(number);
        return new Meeting(organizer, guest(phone).open(link), number, link);
    }

    /** The same by hand, where Playwright has none: the organizer is in the room then, and waits. */
    public void invite(Firefox desk, Tongue tongue, String number) {
        var account = TestAccount.open(stack);
        desk.goTo(address + "/pro/visio");
        desk.fill("signin.identifier", account.identifier());
        desk.fill("signin.password", Portal.PASSWORD);
        desk.press(tongue.page("signin.send"));
        desk.fill("code.field", inbox.codeFor(account.mobile()));
        desk.press(tongue.page("code.verify"));
        desk.fill("invite.mobile", number);
        desk.press(tongue.page("invite.action"));
    }

    /** The link of an invitation whose organizer has not come to the room. */
    public String invited() {
        var number = TestAccount.someNumber();
        new Portal(server).signIn(TestAccount.open(stack)).invite(number);
        return linkTo(number);
    }

    /** The link as the newest SMS to this number has it. */
    public String smsLinkTo(String number) {
        return inbox.newest(international(number), SMS_LINK);
    }

    public String linkTo(String number) {
        return address + "/r#" + inbox.linkFor(international(number));
    }

    /** All SMS to this number, newest first. */
    public List<String> messagesTo(String number) {
        return inbox.to(international(number));
    }

    /**
     * Changes what the database holds of an invitation, as time or another person would.
     *
     * @param change an SQL statement with one place for the hash of the link's token
     */
    public void change(String change, String link) {
        try (var database = stack.database();
                var update = database.prepareStatement(change)) {
            update.setString(1, tokenOf(link).hash().hex());
            assertThat(update.executeUpdate()).isEqualTo(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Gives the organizer who invited this number a day with one invitation of each fate. */
    public void fillTheDayOf(String number) {
        new Tables(stack).execute(EVERY_FATE.formatted(international(number)));
    }

    private static SecretToken tokenOf(String link) {
        return new SecretToken(link.substring(link.indexOf('#') + 1));
    }

    /** @param number of ten digits */
    private static String international(String number) {
        return "+33" + number.substring(1);
    }
}
