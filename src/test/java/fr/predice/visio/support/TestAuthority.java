package fr.predice.visio.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLNumber;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CRLConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * An authority like IGC-Santé's of tests: a root, and the authority below it that issues the cards of persons, their
 * lists of revoked cards and their OCSP answers. Two of them have the same names and other keys.
 */
public final class TestAuthority {
    public static final String PASSWORD = "changeit";
    public static final String ROOT = "TEST AC RACINE IGC-SANTE FORT";
    public static final String ISSUER = "TEST AC IGC-SANTE FORT PERSONNES";

    private static final String WITHIN = "C=FR,O=ASIP-SANTE,OU=0002 187512751,OU=IGC-SANTE,CN=";
    private static final Duration YEAR = Duration.ofDays(365);
    private static final Duration LIST_LIFETIME = Duration.ofDays(7);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Clock clock = Clock.systemUTC();
    private final String algorithm;
    private final int keySize;
    private final KeyPair rootKeys;
    private final KeyPair issuerKeys;
    private final X509Certificate root;
    private final X509Certificate issuer;
    private final Set<BigInteger> revoked = ConcurrentHashMap.newKeySet();

    private TestAuthority(String algorithm, int keySize, String rootName, String issuerName) {
        this.algorithm = algorithm;
        this.keySize = keySize;
        this.rootKeys = keys();
        this.issuerKeys = keys();
        this.root = authority(rootName, rootKeys, rootName, rootKeys);
        this.issuer = authority(issuerName, issuerKeys, rootName, rootKeys);
    }

    /** With the names of IGC-Santé's authorities of tests, and RSA keys as cards have them. */
    public static TestAuthority create() {
        return new TestAuthority("RSA", 2048, ROOT, ISSUER);
    }

    /** The same with keys that take no time to make: for many cards. */
    public static TestAuthority quick() {
        return quick(ROOT, ISSUER);
    }

    /** @param root common name, as {@code issuer} is */
    public static TestAuthority quick(String root, String issuer) {
        return new TestAuthority("EC", 256, root, issuer);
    }

    public X509Certificate root() {
        return root;
    }

    public X509Certificate issuer() {
        return issuer;
    }

    /** The authority's own certificate, shown as if it were a card. */
    public TestCard asCard() {
        return new TestCard(issuerKeys.getPrivate(), List.of(issuer, root));
    }

    /** A good card for authentication, e.g. of {@code 899700735741}. */
    public TestCard card(String nationalId) {
        return order(nationalId).make();
    }

    /** A card that is not as most are. */
    public TestCard.Order order(String nationalId) {
        return new TestCard.Order(this, nationalId, clock.instant());
    }

    public void revoke(TestCard card) {
        revoked.add(card.certificate().getSerialNumber());
    }

    boolean isRevoked(BigInteger serial) {
        return revoked.contains(serial);
    }

    /** The list of revoked cards as of now, for a week. */
    public byte[] list() {
        var now = clock.instant().minusSeconds(1);
        return list(now, now.plus(LIST_LIFETIME));
    }

    /** The same, of other times. */
    public byte[] list(Instant from, Instant next) {
        return list(issuer, issuerKeys, from, next, revoked);
    }

    /** The root's list, with the authority of the cards on it or not. */
    public byte[] rootList(boolean withIssuer) {
        var now = clock.instant().minusSeconds(1);
        return rootList(withIssuer, now, now.plus(LIST_LIFETIME));
    }

    /** The same, of other times. */
    public byte[] rootList(boolean withIssuer, Instant from, Instant next) {
        var serials = withIssuer ? Set.of(issuer.getSerialNumber()) : Set.<BigInteger>of();
        return list(root, rootKeys, from, next, serials);
    }

    private byte[] list(X509Certificate by, KeyPair keys, Instant from, Instant next, Set<BigInteger> serials) {
        try {
            var list = new JcaX509v2CRLBuilder(by.getSubjectX500Principal(), Date.from(from));
            list.setNextUpdate(Date.from(next));
            serials.forEach(serial -> list.addCRLEntry(serial, Date.from(from), CRLReason.keyCompromise));
            list.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    new JcaX509ExtensionUtils().createAuthorityKeyIdentifier(by));
            list.addExtension(Extension.cRLNumber, false, new CRLNumber(BigInteger.valueOf(from.toEpochMilli())));
            return new JcaX509CRLConverter().getCRL(list.build(signer(keys))).getEncoded();
        } catch (GeneralSecurityException | IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** Both authorities, as a hospital would put them there. */
    public Path trustStore(Path file) {
        try {
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setCertificateEntry("racine", root);
            store.setCertificateEntry("personnes", issuer);
            try (var output = Files.newOutputStream(file)) {
                store.store(output, PASSWORD.toCharArray());
            }
            return file;
        } catch (GeneralSecurityException | IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /**
     * A server's settings for the cards of this authority, and the files that they name.
     *
     * @param directory where the truststore {@code cards.p12} and the list {@code cards.crl} are written
     */
    public Map<String, String> settings(Path directory) {
        try {
            var list = Files.write(directory.resolve("cards.crl"), list()).toAbsolutePath();
            return Map.of(
                    "VISIO_CARD_TRUSTSTORE",
                    trustStore(directory.resolve("cards.p12")).toAbsolutePath().toString(),
                    "VISIO_CARD_TRUSTSTORE_PASSWORD",
                    PASSWORD,
                    "VISIO_CARD_ISSUERS",
                    ISSUER,
                    "VISIO_CARD_CRL",
                    list.toString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Signs with the key of the cards' authority what has its name as the issuer. */
    X509Certificate sign(X509v3CertificateBuilder certificate) {
        return certificate(certificate, issuerKeys);
    }

    ContentSigner signer() {
        return signer(issuerKeys);
    }

    private X509Certificate authority(String name, KeyPair keys, String by, KeyPair signing) {
        try {
            var extensions = new JcaX509ExtensionUtils();
            var certificate = new JcaX509v3CertificateBuilder(
                            new X500Name(WITHIN + by),
                            serial(),
                            Date.from(clock.instant().minus(YEAR)),
                            Date.from(clock.instant().plus(YEAR.multipliedBy(10))),
                            new X500Name(WITHIN + name),
                            keys.getPublic())
                    .addExtension(Extension.basicConstraints, true, new BasicConstraints(true))
                    .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign))
                    .addExtension(
                            Extension.subjectKeyIdentifier,
                            false,
                            extensions.createSubjectKeyIdentifier(keys.getPublic()));
            return certificate(certificate, signing);
        } catch (GeneralSecurityException | IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private X509Certificate certificate(X509v3CertificateBuilder certificate, KeyPair keys) {
        return read(certificate.build(signer(keys)));
    }

    /** By the JDK's own reader, as servers do. */
    private static X509Certificate read(X509CertificateHolder made) {
        try {
            return new JcaX509CertificateConverter().getCertificate(made);
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private ContentSigner signer(KeyPair keys) {
        try {
            return new JcaContentSignerBuilder(algorithm.equals("RSA") ? "SHA256withRSA" : "SHA256withECDSA")
                    .build(keys.getPrivate());
        } catch (OperatorCreationException failure) {
            throw new IllegalStateException(failure);
        }
    }

    static BigInteger serial() {
        return new BigInteger(127, RANDOM).setBit(126);
    }

    KeyPair keys() {
        try {
            var generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(keySize);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
