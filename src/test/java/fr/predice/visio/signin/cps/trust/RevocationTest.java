package fr.predice.visio.signin.cps.trust;

import static fr.predice.visio.signin.cps.trust.TrustInTests.verify;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.predice.visio.signin.cps.trust.CardRefused.Reason;
import fr.predice.visio.support.TestAuthority;
import fr.predice.visio.support.TestCard;
import fr.predice.visio.support.TestResponder;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What lists and responders say of a card, and what counts where they say nothing. */
class RevocationTest {
    private static final TestAuthority AUTHORITY = TestAuthority.create();
    private static final TestAuthority IMPOSTOR = TestAuthority.quick();
    private static final TestCard GOOD = AUTHORITY.card("899700735741");
    private static final TestCard REVOKED = AUTHORITY.card("810002813839");
    private static final Instant NOW = Instant.now();
    private static final Duration DAY = Duration.ofDays(1);

    static {
        AUTHORITY.revoke(REVOKED);
    }

    @TempDir
    private Path directory;

    private TestResponder web;
    private TrustInTests trust;

    @BeforeEach
    void start() {
        web = new TestResponder(AUTHORITY);
        trust = new TrustInTests(directory).trusting(AUTHORITY);
    }

    @AfterEach
    void stop() {
        web.close();
    }

    @Test
    void letsNobodyInWhereNothingTells() {
        assertThat(refusal(GOOD)).isEqualTo(Reason.REVOCATION_UNKNOWN);
        trust.list(directory.resolve("absent.crl").toUri());
        assertThat(refusal(GOOD)).isEqualTo(Reason.REVOCATION_UNKNOWN);
    }

    @Test
    void keepsToAListInAFile() {
        trust.list("cards.crl", AUTHORITY.list());

        assertAdmits(GOOD);
        assertThat(refusal(REVOKED)).isEqualTo(Reason.REVOKED);
    }

    @Test
    void keepsToAListOnTheWebThroughTheProxy() {
        trust.list(web.list());
        assertAdmits(GOOD);
        assertThat(refusal(REVOKED)).isEqualTo(Reason.REVOKED);

        var proxied = new TrustInTests(directory)
                .trusting(AUTHORITY)
                .list(URI.create("http://igc-sante.invalid/cards.crl"))
                .proxy(web.list().getPort());
        assertThatCode(() -> verify(proxied.open(), GOOD.chain())).doesNotThrowAnyException();
    }

    @Test
    void doesNotAskTheWebForEachCard() {
        var open = trust.list(web.list()).open();

        verify(open, GOOD.chain());
        verify(open, GOOD.chain());
        open.refresh();

        assertThat(web.asked()).isOne();
    }

    @Test
    void fetchesAListEachHourAndBeforeTheNextIsDue() {
        var authorities = List.of(AUTHORITY.issuer());
        var list = new RevocationList(web.list(), outside(1 << 20));

        list.refresh(NOW, authorities);
        list.refresh(NOW.plus(Duration.ofMinutes(59)), authorities);
        assertThat(web.asked()).isOne();
        list.refresh(NOW.plus(Duration.ofMinutes(61)), authorities);
        assertThat(web.asked()).isEqualTo(2);

        var last = list.held().orElseThrow().getNextUpdate().toInstant();
        list.refresh(last.minus(Duration.ofMinutes(20)), authorities);
        list.refresh(last.minus(Duration.ofMinutes(11)), authorities);
        assertThat(web.asked()).isEqualTo(3);
        list.refresh(last.minus(Duration.ofMinutes(9)), authorities);
        assertThat(web.asked()).isEqualTo(4);
        assertThat(list.problem()).isEmpty();
    }

    @Test
    void readsNoMoreThanAListMayHave() {
        var list = new RevocationList(web.list(), outside(100));

        assertThat(list.refresh(NOW, List.of(AUTHORITY.issuer()))).isTrue();

        assertThat(list.problem()).isEqualTo("more than 100 bytes");
    }

    private static Outside outside(int most) {
        return new Outside(Optional.empty(), Duration.ofSeconds(20), most);
    }

    @Test
    void countsAnOldListForAsLongAsTheSettingSays() {
        trust.list("cards.crl", AUTHORITY.list(NOW.minusSeconds(60), NOW.plus(DAY)));

        trust.at(NOW.plus(DAY.multipliedBy(2)).minusSeconds(60));
        assertAdmits(GOOD);
        assertThat(refusal(REVOKED)).isEqualTo(Reason.REVOKED);

        trust.at(NOW.plus(DAY.multipliedBy(2)).plusSeconds(60));
        assertThat(refusal(GOOD)).isEqualTo(Reason.REVOCATION_UNKNOWN);
    }

    @Test
    void countsAnOldListForACardMadeSince() {
        trust.list("cards.crl", AUTHORITY.list(NOW.minus(DAY), NOW.minusSeconds(3600)));

        assertAdmits(AUTHORITY
                .order("899700735741")
                .valid(NOW.minusSeconds(60), NOW.plus(DAY))
                .make());
    }

    @Test
    void takesNoListOfAnother() {
        trust.list("cards.crl", IMPOSTOR.list());

        assertThat(refusal(GOOD)).isEqualTo(Reason.REVOCATION_UNKNOWN);
    }

    @Test
    void keepsTheListThatItHasUntilABetterOneComes() throws IOException {
        var file = directory.resolve("cards.crl");
        Files.write(file, AUTHORITY.list(NOW.minusSeconds(60), NOW.plus(DAY)));
        var list = new RevocationList(file.toUri(), null);
        var authorities = List.of(AUTHORITY.root(), AUTHORITY.issuer());
        list.refresh(NOW, authorities);
        assertThat(list.problem()).isEmpty();
        var first = list.held().orElseThrow();

        write(file, IMPOSTOR.list(), 1);
        list.refresh(NOW.plusSeconds(61), authorities);
        assertThat(list.problem()).isEqualTo("not signed by an authority of the truststore");
        write(file, AUTHORITY.list(NOW.minus(DAY), NOW.plus(DAY)), 2);
        list.refresh(NOW.plusSeconds(122), authorities);
        assertThat(list.problem()).isEqualTo("older than the one that was read before");
        assertThat(list.held()).containsSame(first);

        write(file, AUTHORITY.list(NOW.plusSeconds(5), NOW.plus(DAY)), 3);
        list.refresh(NOW.plusSeconds(183), authorities);
        assertThat(list.problem()).isEmpty();
        assertThat(list.held().orElseThrow()).isNotSameAs(first);
    }

    @Test
    void refusesTheCardsOfAnAuthorityThatItsRootRevoked() {
        trust.list("cards.crl", AUTHORITY.list());

        trust.list("root.crl", AUTHORITY.rootList(false));
        assertAdmits(GOOD);
        trust.list("root-since.crl", AUTHORITY.rootList(true));
        assertThat(refusal(GOOD)).isEqualTo(Reason.REVOKED);
    }

    /** No responder is asked about an authority: a list that does not count any more would let a revoked one in. */
    @Test
    void holdsTheListOfARootToTheSameRule() {
        var now = NOW.plus(DAY.multipliedBy(2));
        web.says(now.minusSeconds(600), now.plus(DAY));
        trust.ocsp(Optional.of(web.ocsp()), false)
                .list("cards.crl", AUTHORITY.list())
                .list("root.crl", AUTHORITY.rootList(false, NOW.minusSeconds(60), NOW.plus(DAY)));

        trust.at(now.minusSeconds(60));
        assertAdmits(GOOD);
        assertThat(state()).isEqualTo("CARE late");
        trust.at(now.plusSeconds(60));
        assertThat(refusal(GOOD)).isEqualTo(Reason.REVOCATION_UNKNOWN);
        assertThat(state()).isEqualTo("BAD stale");
    }

    /** Nobody knows whose it is: it may be that of a root. */
    @Test
    void letsNobodyInBeforeEachListWasReadOnce() {
        trust.ocsp(Optional.of(web.ocsp()), true).list("cards.crl", AUTHORITY.list());
        assertAdmits(GOOD);

        trust.list(directory.resolve("absent.crl").toUri());
        assertThat(refusal(GOOD)).isEqualTo(Reason.REVOCATION_UNKNOWN);
        trust.list("root.crl", AUTHORITY.rootList(false));
        assertAdmits(GOOD);
    }

    @Test
    void asksNoResponderAboutWhomTheListsRefuseOrNobodyLetsIn() {
        trust.ocsp(Optional.of(web.ocsp()), false).list("cards.crl", AUTHORITY.list());
        var open = trust.open();

        open.checkByLists(open.read(GOOD.chain()));
        assertThatThrownBy(() -> open.checkByLists(open.read(REVOKED.chain()))).hasMessage(Reason.REVOKED.name());
        assertThat(web.asked()).isZero();
        var blind = new TrustInTests(directory).trusting(AUTHORITY).open();
        assertThatThrownBy(() -> blind.checkByLists(blind.read(GOOD.chain())))
                .hasMessage(Reason.REVOCATION_UNKNOWN.name());
    }

    @Test
    void asksTheResponderThatASettingNames() {
        trust.ocsp(Optional.of(web.ocsp()), false);

        assertAdmits(GOOD);
        assertThat(refusal(REVOKED)).isEqualTo(Reason.REVOKED);

        var proxied = new TrustInTests(directory)
                .trusting(AUTHORITY)
                .ocsp(Optional.of(URI.create("http://ocsp.invalid/ocsp")), false)
                .proxy(web.ocsp().getPort());
        assertThatCode(() -> verify(proxied.open(), GOOD.chain())).doesNotThrowAnyException();
    }

    @Test
    void asksTheResponderThatTheCardNamesOnlyIfItsAuthorityIsOurs() {
        trust.ocsp(Optional.empty(), false);
        var address = web.ocsp().toString();
        var stranger = IMPOSTOR.order("899700735741").answeredBy(address).make();

        assertThat(refusal(stranger)).isEqualTo(Reason.UNKNOWN_AUTHORITY);
        assertThat(web.asked()).isZero();
        assertThat(refusal(GOOD)).isEqualTo(Reason.REVOCATION_UNKNOWN);
        assertAdmits(AUTHORITY.order("899700735741").answeredBy(address).make());
        assertThat(web.asked()).isOne();
    }

    @Test
    void aListThatNamesTheCardIsEnough() {
        trust.ocsp(Optional.of(web.ocsp()), true).list("cards.crl", AUTHORITY.list());

        assertThat(refusal(REVOKED)).isEqualTo(Reason.REVOKED);
        assertThat(web.asked()).isZero();
    }

    @Test
    void goesByTheRuleWhereTheResponderSaysNothingThatCounts() {
        var responder = Optional.of(web.ocsp());
        trust.list("cards.crl", AUTHORITY.list());

        web.signAs(IMPOSTOR);
        assertByTheRule(responder);
        web.signAs(AUTHORITY);
        web.fallSilent();
        assertByTheRule(responder);
        web.close();
        assertByTheRule(responder);
    }

    private void assertByTheRule(Optional<URI> responder) {
        trust.ocsp(responder, false);
        assertThat(refusal(GOOD)).isEqualTo(Reason.REVOCATION_UNKNOWN);
        trust.ocsp(responder, true);
        assertAdmits(GOOD);
    }

    @Test
    void takesNoAnswerOfAnotherWhereThereIsNoList() {
        trust.ocsp(Optional.of(web.ocsp()), true);
        web.signAs(IMPOSTOR);

        assertThat(refusal(GOOD)).isEqualTo(Reason.REVOCATION_UNKNOWN);
        assertThatThrownBy(() -> verify(trust.open(), REVOKED.chain())).isInstanceOf(CardRefused.class);
    }

    @Test
    void tellsWhetherCardsCanBeRead() {
        assertThat(state()).isEqualTo("BAD revocation");
        trust.list("cards.crl", AUTHORITY.list(NOW.minusSeconds(60), NOW.plus(DAY)));

        assertThat(trust.unread().state().problem()).isEqualTo("starting");
        assertThat(state()).isEqualTo("FINE ");
        assertThat(trust.open().state().figures()).containsEntry("listHours", 0L);
        trust.at(NOW.plus(DAY).plusSeconds(60));
        assertThat(state()).isEqualTo("CARE late");
        trust.at(NOW.plus(DAY.multipliedBy(3)));
        assertThat(state()).isEqualTo("BAD stale");
        trust.ocsp(Optional.of(web.ocsp()), false);
        assertThat(state()).isEqualTo("CARE late");
        trust.at(NOW.plus(DAY.multipliedBy(3660)));
        assertThat(state()).isEqualTo("BAD over");
        assertThat(trust.open().state().figures()).containsEntry("days", -10L);
        trust.issuers("AC AUTRE");
        assertThat(state()).isEqualTo("BAD authorities");
        assertThat(web.asked()).isZero();
    }

    @Test
    void tellsInTimeThatAnAuthorityEnds() {
        trust.list("cards.crl", AUTHORITY.list(NOW, NOW.plus(DAY.multipliedBy(4000))));

        trust.at(NOW.plus(DAY.multipliedBy(3640)));

        assertThat(state()).isEqualTo("CARE soon");
    }

    private String state() {
        var found = trust.open().state();
        return found.level() + " " + found.problem();
    }

    private void assertAdmits(TestCard card) {
        assertThat(verify(trust.open(), card.chain()).familyName()).isEqualTo("MARTIN");
    }

    private Reason refusal(TestCard card) {
        return trust.refusal(card.chain());
    }

    private static void write(Path file, byte[] content, int second) throws IOException {
        Files.write(file, content);
        Files.setLastModifiedTime(file, FileTime.from(NOW.plusSeconds(second)));
    }
}
