package fr.predice.visio.signin.cps.trust;

import static org.assertj.core.api.Assertions.assertThat;

import fr.predice.visio.signin.cps.trust.CardRefused.Reason;
import fr.predice.visio.support.TestAuthority;
import fr.predice.visio.support.TestCard;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom a card lets in, but for revocation: {@link RevocationTest}. */
class CardTrustTest {
    private static final String RPPS = "899700735741";
    private static final TestAuthority AUTHORITY = TestAuthority.quick();
    private static final Instant NOW = Instant.now();

    @TempDir
    private static Path directory;

    private final TrustInTests trust =
            new TrustInTests(directory).trusting(AUTHORITY).list("cards.crl", AUTHORITY.list());

    @Test
    void readsWhoseTheCardIs() {
        var card = AUTHORITY
                .order(RPPS)
                .of("Zoé", "D’ANGÉLY, née + LE GOFF", "Médecin")
                .make();

        var holder = verify(card);

        assertThat(holder).isEqualTo(new CardHolder(RPPS, "Zoé", "D’ANGÉLY, née + LE GOFF", "Médecin"));
        assertThat(holder.number().digits()).isEqualTo("99700735741");
    }

    @Test
    void takesAnAdeliNumberToo() {
        var holder = verify(AUTHORITY.card("0759312345"));

        assertThat(holder.number().digits()).isEqualTo("759312345");
        assertThat(holder.number().rpps()).isFalse();
    }

    @Test
    void looksAtTheCardAloneAndNotAtWhatComesWithIt() {
        var stranger = TestAuthority.quick("AC RACINE INCONNUE", "AC INCONNUE").card(RPPS);
        var card = AUTHORITY.card(RPPS);
        var other = AUTHORITY.card("810002813839");

        var holder = verify(Stream.of(card, stranger, other)
                .flatMap(one -> one.chain().stream())
                .toList());

        assertThat(holder.nationalId()).isEqualTo(RPPS);
        assertThat(verify(List.of(card.certificate())).nationalId()).isEqualTo(RPPS);
        assertThat(refusal(List.of(stranger.certificate(), card.certificate(), AUTHORITY.issuer())))
                .isEqualTo(Reason.UNKNOWN_AUTHORITY);
    }

    @Test
    void keepsToTheDates() {
        var past = AUTHORITY.order(RPPS).valid(NOW.minus(Duration.ofDays(900)), NOW.minusSeconds(60));
        var future = AUTHORITY.order(RPPS).valid(NOW.plusSeconds(3600), NOW.plus(Duration.ofDays(900)));

        assertThat(refusal(past.make())).isEqualTo(Reason.EXPIRED);
        assertThat(refusal(future.make())).isEqualTo(Reason.NOT_YET_VALID);
    }

    @Test
    void refusesAuthoritiesThatItDoesNotKnow() {
        var sameNames = TestAuthority.quick();

        assertThat(refusal(
                        TestAuthority.quick("AC RACINE INCONNUE", "AC INCONNUE").card(RPPS)))
                .isEqualTo(Reason.UNKNOWN_AUTHORITY);
        assertThat(refusal(sameNames.card(RPPS))).isEqualTo(Reason.UNKNOWN_AUTHORITY);
        assertThat(refusal(sameNames
                        .order(RPPS)
                        .valid(NOW.minus(Duration.ofDays(9)), NOW.minusSeconds(60))
                        .make()))
                .isEqualTo(Reason.UNKNOWN_AUTHORITY);
        assertThat(refusal(List.of())).isEqualTo(Reason.UNKNOWN_AUTHORITY);
    }

    @Test
    void takesTheCardsOfPersonsAloneUnlessToldOtherwise() {
        var persons = TestAuthority.quick("AC RACINE IGC-SANTE FORT", "AC IGC-SANTE FORT PERSONNES");
        var machines = TestAuthority.quick("AC RACINE IGC-SANTE FORT", "AC IGC-SANTE FORT ORGANISATIONS");
        trust.issuers()
                .trusting(Stream.of(persons, machines, AUTHORITY)
                        .flatMap(one -> Stream.of(one.root(), one.issuer()))
                        .toList())
                .list("persons.crl", persons.list())
                .list("machines.crl", machines.list());

        assertThat(verify(persons.card(RPPS)).nationalId()).isEqualTo(RPPS);
        assertThat(refusal(machines.card(RPPS))).isEqualTo(Reason.UNKNOWN_AUTHORITY);
        assertThat(refusal(AUTHORITY.card(RPPS))).isEqualTo(Reason.UNKNOWN_AUTHORITY);

        trust.issuers("AC IGC-SANTE FORT ORGANISATIONS");
        assertThat(verify(machines.card(RPPS)).nationalId()).isEqualTo(RPPS);
        assertThat(refusal(persons.card(RPPS))).isEqualTo(Reason.UNKNOWN_AUTHORITY);
    }

    @Test
    void needsTheIssuersOwnCertificateAndNotAlwaysTheRoot() {
        var card = AUTHORITY.card(RPPS);

        assertThat(verify(trust.trusting(List.of(AUTHORITY.issuer())), card.chain())
                        .nationalId())
                .isEqualTo(RPPS);
        assertThat(refusal(trust.trusting(List.of(AUTHORITY.root())), card.chain()))
                .isEqualTo(Reason.UNKNOWN_AUTHORITY);
        assertThat(refusal(trust.trusting(List.of()), card.chain())).isEqualTo(Reason.UNKNOWN_AUTHORITY);
        // A card in the truststore by mistake is no authority, not even over itself.
        assertThat(refusal(trust.trusting(List.of(card.certificate())), card.chain()))
                .isEqualTo(Reason.UNKNOWN_AUTHORITY);
    }

    @Test
    void wantsAuthoritiesOfToday() {
        var card = AUTHORITY.order(RPPS).valid(NOW, NOW.plus(Duration.ofDays(20 * 365)));

        trust.at(NOW.plus(Duration.ofDays(11 * 365)));

        assertThat(refusal(card.make())).isEqualTo(Reason.UNKNOWN_AUTHORITY);
        assertThat(refusal(
                        trust.trusting(List.of(AUTHORITY.issuer())), card.make().chain()))
                .isEqualTo(Reason.UNKNOWN_AUTHORITY);
    }

    static Stream<TestCard> refusesWhatIsNotForAuthentication() {
        var both = KeyUsage.digitalSignature | KeyUsage.nonRepudiation;
        return Stream.of(
                AUTHORITY.order(RPPS).forSignature().make(),
                AUTHORITY
                        .order(RPPS)
                        .usable(both, KeyPurposeId.id_kp_clientAuth)
                        .make(),
                AUTHORITY
                        .order(RPPS)
                        .usable(KeyUsage.keyEncipherment, KeyPurposeId.id_kp_clientAuth)
                        .make(),
                AUTHORITY
                        .order(RPPS)
                        .usable(KeyUsage.digitalSignature, KeyPurposeId.id_kp_serverAuth)
                        .make(),
                AUTHORITY
                        .order(RPPS)
                        .usable(KeyUsage.digitalSignature, KeyPurposeId.anyExtendedKeyUsage)
                        .make(),
                AUTHORITY.order(RPPS).usable(KeyUsage.digitalSignature).make(),
                AUTHORITY.order(RPPS).asAuthority().make(),
                AUTHORITY.asCard());
    }

    @ParameterizedTest
    @MethodSource
    void refusesWhatIsNotForAuthentication(TestCard card) {
        assertThat(refusal(card)).isEqualTo(Reason.NOT_FOR_AUTHENTICATION);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "899700735742",
                "89970073574",
                "8997007357410",
                "799700735741",
                "099700735741",
                "075931234",
                "00B7010446",
                "3760021832/000000018",
                "8 99700735741",
                "８99700735741",
                "MARTIN"
            })
    void refusesANumberThatNoProfessionalHas(String number) {
        assertThat(refusal(AUTHORITY.card(number))).isEqualTo(Reason.BAD_NUMBER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "C=FR",
                "C=FR,CN=899700735741,CN=810002813839",
                "C=FR,CN=899700735741+CN=810002813839",
                "C=FR,2.5.4.3=#0500",
                "C=FR,2.5.4.3=#040c383939373030373335373431",
                "C=FR,SN=CN\\=899700735741",
                "C=FR,2.5.4.5=899700735741"
            })
    void refusesANameThatIsNotACards(String name) {
        assertThat(refusal(AUTHORITY.order(RPPS).named(new X500Name(name)).make()))
                .isEqualTo(Reason.BAD_NUMBER);
    }

    @Test
    void opensNothingWithoutATruststore() {
        assertThat(refusal(
                        trust.truststore(directory.resolve("absent.p12")),
                        AUTHORITY.card(RPPS).chain()))
                .isEqualTo(Reason.UNKNOWN_AUTHORITY);
        assertThat(refusal(
                        trust.truststore(directory.resolve("cards.crl")),
                        AUTHORITY.card(RPPS).chain()))
                .isEqualTo(Reason.UNKNOWN_AUTHORITY);
    }

    private CardHolder verify(TestCard card) {
        return verify(card.chain());
    }

    private CardHolder verify(List<X509Certificate> presented) {
        return verify(trust, presented);
    }

    private static CardHolder verify(TrustInTests trust, List<X509Certificate> presented) {
        return TrustInTests.verify(trust.open(), presented);
    }

    private Reason refusal(TestCard card) {
        return refusal(card.chain());
    }

    private Reason refusal(List<X509Certificate> presented) {
        return refusal(trust, presented);
    }

    private static Reason refusal(TrustInTests trust, List<X509Certificate> presented) {
        return trust.refusal(presented);
    }
}
