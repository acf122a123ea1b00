package fr.predice.visio.call;

import static org.assertj.core.api.Assertions.assertThat;

import fr.predice.visio.stack.Stack;
import fr.predice.visio.stack.StackExtension;
import fr.predice.visio.support.Browsers;
import fr.predice.visio.support.Device;
import fr.predice.visio.support.Meeting;
import fr.predice.visio.support.OrganizerAtDesk;
import fr.predice.visio.support.Overheard;
import fr.predice.visio.support.People;
import fr.predice.visio.support.Portal;
import fr.predice.visio.support.TestAccount;
import fr.predice.visio.support.Tongue;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An invitation whose call goes through the relay alone, so that neither side learns where the other is. */
@ExtendWith(StackExtension.class)
class RelayOnlyIT {
    @RegisterExtension
    static final Browsers browsers = Browsers.willing();

    static Stack stack;
    static People people;

    Overheard atTheDesk;
    Overheard onThePhone;

    @BeforeAll
    static void open(Stack started) {
        stack = started;
        people = new People(started);
    }

    @Test
    void tellsNeitherSideWhereTheOtherIs() throws Exception {
        var meeting = meet(OrganizerAtDesk::inviteWithoutAddresses);

        assertThat(meeting.sides().map(side -> side.witness().route()))
                .allSatisfy(kinds -> assertThat(kinds.toString()).isEqualTo("[relay, relay]"));
        for (var heard : new Overheard[] {atTheDesk, onThePhone}) {
            assertThat(heard.candidates())
                    .isNotEmpty()
                    .allSatisfy(candidate ->
                            assertThat(candidate).contains(" typ relay ").contains(" raddr 0.0.0.0 rport 0"));
            for (var address : addresses()) {
                assertThat(heard.said()).noneMatch(text -> text.contains(address));
            }
            assertThat(heard.said()).noneMatch(text -> text.contains(".local"));
        }
    }

    /** What the other test would see if the choice counted for nothing. */
    @Test
    void tellsAddressesInACallThatMayGoDirectly() {
        meet(OrganizerAtDesk::invite);

        assertThat(onThePhone.candidates()).anyMatch(candidate -> candidate.contains(" typ host "));
    }

    @Test
    void keepsToTheRelayForAnotherLinkAndForACorrectedNumber() {
        var portal = new Portal(stack.address()).signIn(TestAccount.open(stack));
        var number = TestAccount.someNumber();
        var form = Map.of("mobile", number, "relayOnly", "on");
        var page = portal.visitor().get("/pro/visio").body();
        var room = Portal.roomOf(portal.visitor().submit("/pro/visio", page, "invitation", "invite", form));
        assertThat(policy(portal, room)).contains("\"iceTransportPolicy\":\"relay\"");

        ask(portal, room, "link", "{}");
        assertThat(policy(portal, room)).contains("\"iceTransportPolicy\":\"relay\"");

        var corrected = ask(portal, room, "correct", "{\"mobile\":\"" + TestAccount.someNumber() + "\"}");
        var next = UUID.fromString(corrected.replaceAll(".*\"invitation\":\"([^\"]+)\".*", "$1"));
        assertThat(policy(portal, next)).contains("\"iceTransportPolicy\":\"relay\"");

        assertThat(policy(portal, portal.invite(TestAccount.someNumber()))).contains("\"iceTransportPolicy\":\"all\"");
    }

    private static String policy(Portal portal, UUID room) {
        return portal.visitor()
                .postJson("/api/pro/rooms/" + room + "/ticket", "{}")
                .body();
    }

    private static String ask(Portal portal, UUID room, String deed, String body) {
        var answer = portal.visitor().postJson("/api/pro/invitations/" + room + "/" + deed, body);
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private Meeting meet(BiConsumer<OrganizerAtDesk, String> invite) {
        var meeting = people.almostMeet(desk(), browsers.phone(Tongue.FRENCH), (organizer, number) -> {
            atTheDesk = Overheard.at(organizer.page());
            invite.accept(organizer, number);
        });
        onThePhone = Overheard.at(meeting.guest().page());
        meeting.guest().join();
        return meeting.bothSeeAndHear();
    }

    private static Device desk() {
        return browsers.desk(Tongue.FRENCH);
    }

    /** Of this machine, but for those that name any machine. */
    private static String[] addresses() throws Exception {
        var found = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress())
                .map(InetAddress::getHostAddress)
                .map(address -> address.replaceFirst("%.*", ""))
                .toArray(String[]::new);
        assertThat(found).isNotEmpty();
        return found;
    }
}
