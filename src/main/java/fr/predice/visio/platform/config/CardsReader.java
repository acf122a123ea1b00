package fr.predice.visio.platform.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads whose cards are believed, and how it is known that one is revoked. */
final class CardsReader {
    private static final Duration LONGEST_TIMEOUT = Duration.ofSeconds(10);
    private static final String OWN_RESPONDER = "certificate";

    private final Variables variables;

    CardsReader(Variables variables) {
        this.variables = variables;
    }

    Settings.Cards read() {
        return new Settings.Cards(
                truststore(),
                variables.text("VISIO_CARD_TRUSTSTORE_PASSWORD", "changeit"),
                issuers(),
                variables.list("VISIO_CARD_CRL").stream().map(CardsReader::list).toList(),
                variables.duration("VISIO_CARD_CRL_STALE", Duration.ofHours(24)),
                ocsp());
    }

    /** Where the listener has it: 35-card-listener.cli. */
    private Optional<Path> truststore() {
        return variables
                .find("VISIO_CARD_TRUSTSTORE")
                .map(Path::of)
                .or(() -> variables
                        .find("jboss.server.config.dir")
                        .map(directory -> Path.of(directory, "visio-cards.p12")));
    }

    private List<String> issuers() {
        var name = "VISIO_CARD_ISSUERS";
        var issuers = variables.list(name);
        if (issuers.stream().anyMatch(issuer -> !issuer.matches("\\P{Cntrl}{1,100}"))) {
            throw new SettingRefused(name, "wants names of authorities, e.g. AC IGC-SANTE FORT PERSONNES");
        }
        return issuers;
    }

    private static URI list(String value) {
        var name = "VISIO_CARD_CRL";
        if (value.matches("https?://.*")) {
            return Variables.web(name, value);
        }
        if (!value.matches("/\\P{Cntrl}+")) {
            throw new SettingRefused(name, "wants web addresses, or files with their whole path");
        }
        return Path.of(value).toUri();
    }

    private Optional<Settings.Ocsp> ocsp() {
        var name = "VISIO_CARD_OCSP";
        var responder = variables.find(name).map(value -> responder(name, value));
        var timeout = variables.duration("VISIO_CARD_OCSP_TIMEOUT", Duration.ofSeconds(5));
        if (timeout.compareTo(LONGEST_TIMEOUT) > 0) {
            throw new SettingRefused("VISIO_CARD_OCSP_TIMEOUT", "must be ten seconds at most");
        }
        var listInstead = variables
                .oneOf("VISIO_CARD_OCSP_SILENT", "refuse", "refuse", "list")
                .equals("list");
        return responder.map(asked -> new Settings.Ocsp(asked, timeout, listInstead));
    }

    private static Optional<URI> responder(String name, String value) {
        return value.equals(OWN_RESPONDER) ? Optional.empty() : Optional.of(Variables.web(name, value));
    }
}
