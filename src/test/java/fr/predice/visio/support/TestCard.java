package fr.predice.visio.support;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;

/** One key pair of a card: its private key, and its certificate with those of its authorities, the root last. */
public record TestCard(PrivateKey key, List<X509Certificate> chain) {
    public X509Certificate certificate() {
        return chain.get(0);
    }

    /** PKCS12 for browsers and Java clients, opened by {@link TestAuthority#PASSWORD}. */
    public Path keyStore(Path file) {
        try {
            var password = TestAuthority.PASSWORD.toCharArray();
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("card", key, password, chain.toArray(new Certificate[0]));
            try (var output = Files.newOutputStream(file)) {
                store.store(output, password);
            }
            return file;
        } catch (GeneralSecurityException | IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** The key (PKCS#8) and the chain in one text, as curl's {@code --cert} takes them. */
    public Path pem(Path file) {
        try {
            var text = new StringBuilder(block("PRIVATE KEY", key.getEncoded()));
            for (var one : chain) {
                text.append(block("CERTIFICATE", one.getEncoded()));
            }
            return Files.writeString(file, text);
        } catch (GeneralSecurityException | IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static String block(String what, byte[] content) {
        var lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));
        return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n".formatted(what, lines.encodeToString(content));
    }

    /** A card being made: as those of persons are, but for what is said here. */
    public static final class Order {
        private static final Duration YEARS = Duration.ofDays(3 * 365);

        private final TestAuthority authority;
        private final String nationalId;
        private String family = "MARTIN";
        private String given = "CAMILLE";
        private String title = "Médecin";
        private X500Name subject;
        private Instant from;
        private Instant until;
        private int usage = KeyUsage.digitalSignature;
        private KeyPurposeId[] purposes = {KeyPurposeId.id_kp_clientAuth, KeyPurposeId.id_kp_smartcardlogon};
        private boolean authorityItself;
        private String responder;

        Order(TestAuthority authority, String nationalId, Instant now) {
            this.authority = authority;
            this.nationalId = nationalId;
            this.from = now.minus(Duration.ofDays(1));
            this.until = now.plus(YEARS);
        }

        public Order of(String given, String family, String title) {
            this.given = given;
            this.family = family;
            this.title = title;
            return this;
        }

        /** The whole name, in place of that of a person. */
        public Order named(X500Name name) {
            this.subject = name;
            return this;
        }

        public Order valid(Instant from, Instant until) {
            this.from = from;
            this.until = until;
            return this;
        }

        /** The card's other pair. */
        public Order forSignature() {
            this.usage = KeyUsage.nonRepudiation;
            this.purposes = new KeyPurposeId[] {KeyPurposeId.id_kp_emailProtection};
            return this;
        }

        /** @param usage bits of {@link KeyUsage} */
        public Order usable(int usage, KeyPurposeId... purposes) {
            this.usage = usage;
            this.purposes = purposes.clone();
            return this;
        }

        /** With the right to issue certificates. */
        public Order asAuthority() {
            this.authorityItself = true;
            return this;
        }

        /** Names the address of its OCSP responder. */
        public Order answeredBy(String address) {
            this.responder = address;
            return this;
        }

        public TestCard make() {
            try {
                var keys = authority.keys();
                var extensions = new JcaX509ExtensionUtils();
                var certificate = new JcaX509v3CertificateBuilder(
                                authority.issuer(),
                                TestAuthority.serial(),
                                Date.from(from),
                                Date.from(until),
                                X500Name.getInstance((subject == null ? person() : subject).toASN1Primitive()),
                                keys.getPublic())
                        .addExtension(Extension.basicConstraints, true, new BasicConstraints(authorityItself))
                        .addExtension(Extension.keyUsage, true, new KeyUsage(usage))
                        .addExtension(
                                Extension.authorityKeyIdentifier,
                                false,
                                extensions.createAuthorityKeyIdentifier(authority.issuer()));
                if (purposes.length > 0) {
                    certificate.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(purposes));
                }
                if (responder != null) {
                    certificate.addExtension(
                            Extension.authorityInfoAccess,
                            false,
                            new AuthorityInformationAccess(
                                    AccessDescription.id_ad_ocsp,
                                    new GeneralName(GeneralName.uniformResourceIdentifier, responder)));
                }
                return new TestCard(
                        keys.getPrivate(), List.of(authority.sign(certificate), authority.issuer(), authority.root()));
            } catch (GeneralSecurityException | IOException failure) {
                throw new IllegalStateException(failure);
            }
        }

        /** One relative name of three values, as on the real cards. */
        private X500Name person() {
            return new X500NameBuilder(BCStyle.INSTANCE)
                    .addRDN(BCStyle.C, "FR")
                    .addRDN(BCStyle.T, title)
                    .addMultiValuedRDN(
                            new ASN1ObjectIdentifier[] {BCStyle.SURNAME, BCStyle.CN, BCStyle.GIVENNAME},
                            new String[] {family, nationalId, given})
                    .build();
        }
    }
}
