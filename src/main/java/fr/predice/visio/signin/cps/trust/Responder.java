package fr.predice.visio.signin.cps.trust;

import fr.predice.visio.platform.config.Settings;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertPathValidator;
import java.security.cert.PKIXParameters;
import java.security.cert.PKIXRevocationChecker;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Date;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Asks an OCSP responder (RFC 6960) about one certificate, whose chain is known to be good. We carry the question and
 * the answer, for the JDK would neither take our proxy nor end in our time; the JDK reads the answer and its signature.
 */
final class Responder {
    private static final System.Logger LOG = System.getLogger(Responder.class.getName());
    private static final int LONGEST_ANSWER = 64 * 1024;
    private static final String INFORMATION_ACCESS = "1.3.6.1.5.5.7.1.1";

    /** id-ad-ocsp, 1.3.6.1.5.5.7.48.1 */
    private static final byte[] OCSP = HexFormat.of().parseHex("2b06010505073001");

    /** SHA-1, by which a question names the issuer: the one that all responders know. */
    private static final byte[] SHA1 = HexFormat.of().parseHex("300906052b0e03021a0500");

    /**
     * How old what an answer says may be. Responders that follow a daily list keep to it; an answer from before a card
     * was lost, kept by somebody and shown again, does not.
     */
    static final Duration OLDEST = Duration.ofHours(36);

    /** From the page that reads a card to its button, and no longer. */
    static final Duration KEPT = Duration.ofSeconds(45);

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

    private static final int NUMBER = 0x02;
    private static final int ADDRESS = 0x86;

    private final Optional<URI> known;
    private final Outside outside;
    private final Map<X509Certificate, Told> told = new ConcurrentHashMap<>();

    /** About whom it is being asked. */
    private final Set<X509Certificate> asking = ConcurrentHashMap.newKeySet();

    private record Told(Status status, Instant until) {}

    Responder(Settings.Ocsp setting, Outside outside) {
        this.known = setting.responder();
        this.outside = outside;
    }

    static Outside outside(Settings.Ocsp setting, Optional<InetSocketAddress> proxy) {
        return new Outside(proxy, setting.timeout(), LONGEST_ANSWER);
    }

    /**
     * Unknown where no answer comes in time, or none that counts; what one said is kept for {@link #KEPT}.
     *
     * @throws CardRefused where nobody was asked, since it is being asked about this card, or about too many: whoever
     *     brings that about must not be judged by a list in the responder's place
     */
    Status of(X509Certificate certificate, X509Certificate issuer, Instant now) {
        told.values().removeIf(past -> !now.isBefore(past.until()));
        var last = told.get(certificate);
        if (last != null) {
            return last.status();
        }
        if (!asking.add(certificate)) {
            throw new CardRefused(CardRefused.Reason.REVOCATION_UNKNOWN);
        }
        var status = Status.UNKNOWN;
        try {
            status = asked(certificate, issuer, now);
        } finally {
            asking.remove(certificate);
        }
        if (status != Status.UNKNOWN) {
            told.put(certificate, new Told(status, now.plus(KEPT)));
        }
        return status;
    }

    private Status asked(X509Certificate certificate, X509Certificate issuer, Instant now) {
        var address = known.or(() -> named(certificate));
        if (address.isEmpty()) {
            LOG.log(System.Logger.Level.WARNING, "A card's certificate names no OCSP responder");
            return Status.UNKNOWN;
        }
        try {
            var answer = outside.post(address.get(), "application/ocsp-request", question(certificate, issuer));
            var status = read(answer, certificate, issuer, now);
            if (status == Status.UNKNOWN) {
                LOG.log(System.Logger.Level.WARNING, "OCSP {0}: no answer that counts", address.get());
            }
            return status;
        } catch (Outside.Crowded many) {
            LOG.log(System.Logger.Level.WARNING, "OCSP {0}: {1}", address.get(), many.getMessage());
            throw new CardRefused(CardRefused.Reason.REVOCATION_UNKNOWN);
        } catch (IOException failure) {
            LOG.log(System.Logger.Level.WARNING, "OCSP {0}: {1}", address.get(), failure.toString());
            return Status.UNKNOWN;
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException(absent);
        }
    }

    private static Status read(byte[] answer, X509Certificate certificate, X509Certificate issuer, Instant now)
            throws GeneralSecurityException {
        var checker =
                (PKIXRevocationChecker) CertPathValidator.getInstance("PKIX").getRevocationChecker();
        checker.setOptions(Set.of(PKIXRevocationChecker.Option.NO_FALLBACK));
        checker.setOcspResponses(Map.of(certificate, answer));
        var parameters = new PKIXParameters(Set.of(new TrustAnchor(issuer, null)));
        parameters.addCertPathChecker(checker);
        parameters.setDate(Date.from(now));
        var status = RevocationLists.validate(certificate, parameters);
        return status == Status.GOOD && isOld(answer, now) ? Status.UNKNOWN : status;
    }

    /** RFC 6960 §4.2.1: by thisUpdate, of each certificate that it speaks of. The JDK looks at nextUpdate alone. */
    private static boolean isOld(byte[] answer, Instant now) {
        try {
            var basic =
                    Der.all(answer).get(0).parts().get(1).parts().get(0).parts().get(1);
            var data = Der.all(basic.content()).get(0).parts().get(0).parts();
            var answers =
                    data.stream().filter(part -> part.tag() == Der.SEQUENCE).findFirst();
            return answers.stream()
                    .flatMap(all -> all.parts().stream())
                    .map(one -> new String(one.parts().get(2).content(), StandardCharsets.US_ASCII))
                    .map(time -> TIME.parse(time, Instant::from))
                    .anyMatch(since -> since.isBefore(now.minus(OLDEST)));
        } catch (IllegalArgumentException | IndexOutOfBoundsException | DateTimeException otherwise) {
            return true;
        }
    }

    /** RFC 6960 §4.1.1, for one certificate. */
    static byte[] question(X509Certificate certificate, X509Certificate issuer) throws GeneralSecurityException {
        var id = Der.encoded(
                Der.SEQUENCE,
                SHA1,
                Der.encoded(Der.OCTETS, sha1(issuer.getSubjectX500Principal().getEncoded())),
                Der.encoded(Der.OCTETS, sha1(keyBits(issuer))),
                Der.encoded(NUMBER, certificate.getSerialNumber().toByteArray()));
        var list = Der.encoded(Der.SEQUENCE, Der.encoded(Der.SEQUENCE, id));
        return Der.encoded(Der.SEQUENCE, Der.encoded(Der.SEQUENCE, list));
    }

    /** The key itself, without its algorithm and without the count of unused bits. */
    private static byte[] keyBits(X509Certificate issuer) {
        var parts = Der.all(issuer.getPublicKey().getEncoded()).get(0).parts();
        var bits = parts.get(1).content();
        return Arrays.copyOfRange(bits, 1, bits.length);
    }

    private static byte[] sha1(byte[] content) throws GeneralSecurityException {
        return MessageDigest.getInstance("SHA-1").digest(content);
    }

    /** RFC 5280 §4.2.2.1: the first web address for OCSP. */
    static Optional<URI> named(X509Certificate certificate) {
        var extension = certificate.getExtensionValue(INFORMATION_ACCESS);
        if (extension == null) {
            return Optional.empty();
        }
        try {
            var octets = Der.all(extension).get(0).content();
            return Der.all(octets).get(0).parts().stream()
                    .map(Der::parts)
                    .filter(access -> Arrays.equals(access.get(0).content(), OCSP))
                    .map(access -> access.get(1))
                    .filter(place -> place.tag() == ADDRESS)
                    .map(place -> new String(place.content(), StandardCharsets.US_ASCII))
                    .filter(place -> place.matches("https?://[^\\s/]+.*"))
                    .map(URI::create)
                    .findFirst();
        } catch (IllegalArgumentException | IndexOutOfBoundsException malformed) {
            return Optional.empty();
        }
    }
}
