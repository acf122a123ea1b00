package fr.predice.visio.signin.cps.trust;

import fr.predice.visio.account.ProfessionalNumber;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.naming.NamingException;
import javax.naming.ldap.LdapName;

/**
 * Reads the name in a certificate. That of a card is {@code C=FR, title=Médecin, SN=…+CN=899700735741+GN=…}, the last
 * three in one relative name.
 */
final class CardName {
    /** The JDK knows these by their numbers alone, and would give their values in hexadecimal digits. */
    private static final Map<String, String> WORDS = Map.of("2.5.4.4", "SN", "2.5.4.42", "GN", "2.5.4.12", "TITLE");

    /** 8 and an RPPS number, or 0 and an ADELI number. */
    private static final String NATIONAL = "8[0-9]{11}|0[0-9]{9}";

    private CardName() {}

    /** @throws CardRefused where the name holds no national identifier of a professional, or more than one */
    static CardHolder read(X509Certificate card) {
        try {
            var values = values(card);
            var id = only(values, "CN")
                    .filter(cn -> cn.matches(NATIONAL)
                            && ProfessionalNumber.read(cn.substring(1)).isPresent())
                    .orElseThrow(() -> new CardRefused(CardRefused.Reason.BAD_NUMBER));
            return new CardHolder(
                    id,
                    only(values, "GN").orElse(""),
                    only(values, "SN").orElse(""),
                    only(values, "TITLE").orElse(""));
        } catch (NamingException malformed) {
            throw new CardRefused(CardRefused.Reason.BAD_NUMBER);
        }
    }

    /** That of an authority, if it has one. */
    static Optional<String> commonName(X509Certificate certificate) {
        try {
            return only(values(certificate), "CN");
        } catch (NamingException malformed) {
            return Optional.empty();
        }
    }

    private static Optional<String> only(Map<String, List<String>> values, String type) {
        var found = values.getOrDefault(type, List.of());
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    private static Map<String, List<String>> values(X509Certificate certificate) throws NamingException {
        var values = new HashMap<String, List<String>>();
        var name = certificate.getSubjectX500Principal().getName("RFC2253", WORDS);
        for (var relative : new LdapName(name).getRdns()) {
            var attributes = relative.toAttributes().getAll();
            while (attributes.hasMore()) {
                var attribute = attributes.next();
                for (var place = 0; place < attribute.size(); place++) {
                    // What is no text comes as bytes, and is no word of a name.
                    if (attribute.get(place) instanceof String text) {
                        values.computeIfAbsent(attribute.getID().toUpperCase(Locale.ROOT), type -> new ArrayList<>())
                                .add(text);
                    }
                }
            }
        }
        return values;
    }
}
