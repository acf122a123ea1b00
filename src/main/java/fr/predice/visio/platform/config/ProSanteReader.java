package fr.predice.visio.platform.config;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** The variables about Pro Santé Connect: with an issuer it is there, without none of them is looked at. */
final class ProSanteReader {
    /** Not the path of the standard. */
    private static final String DISCOVERY = "/.well-known/wallet-openid-configuration";

    private final Variables variables;

    ProSanteReader(Variables variables) {
        this.variables = variables;
    }

    Optional<ProSante> read() {
        return variables.find("VISIO_PSC_ISSUER").map(value -> {
            var issuer = protectedAddress("VISIO_PSC_ISSUER", value);
            var certificate = certificate();
            return new ProSante(
                    issuer,
                    variables.secret("VISIO_PSC_CLIENT_ID"),
                    secret(certificate.isPresent()),
                    certificate,
                    discovery(issuer),
                    variables
                            .find("VISIO_PSC_KEYS")
                            .map(file -> readable("VISIO_PSC_KEYS", "wants a file of keys (JWK set)", file)),
                    level());
        });
    }

    private Optional<String> secret(boolean dispensable) {
        var name = "VISIO_PSC_CLIENT_SECRET";
        return dispensable && variables.find(name).isEmpty() ? Optional.empty() : Optional.of(variables.secret(name));
    }

    private Optional<ProSante.Certificate> certificate() {
        var name = "VISIO_PSC_KEYSTORE";
        return variables.find(name).map(file -> {
            var store = readable(name, "wants a key store that the server can read, e.g. /etc/visio/psc.p12", file);
            return new ProSante.Certificate(
                    store, variables.line("VISIO_PSC_KEYSTORE_PASSWORD").orElse("changeit"));
        });
    }

    private URI discovery(URI issuer) {
        var name = "VISIO_PSC_DISCOVERY";
        return variables
                .find(name)
                .map(value -> value.startsWith("/")
                        ? readable(name, "wants a file that the server can read", value)
                                .toUri()
                        : protectedAddress(name, value))
                .orElse(URI.create(issuer + DISCOVERY));
    }

    private String level() {
        var name = "VISIO_PSC_ACR";
        var level = variables.text(name, "eidas1");
        if (!level.matches("[A-Za-z0-9:/._-]{1,60}")) {
            throw new SettingRefused(name, "wants one level, e.g. eidas1");
        }
        return level;
    }

    /** Codes and keys travel encrypted, but for a stand-in on this machine. */
    private static URI protectedAddress(String name, String value) {
        var address = Variables.web(name, value);
        if (!"https".equals(address.getScheme()) && !address.getHost().matches("localhost|127\\..*")) {
            throw new SettingRefused(name, "must start with https://");
        }
        if (address.getRawQuery() != null || address.getRawFragment() != null) {
            throw new SettingRefused(name, "wants an address without ? or #");
        }
        return address;
    }

    private static Path readable(String name, String advice, String value) {
        try {
            var file = Path.of(value);
            if (Files.isReadable(file)) {
                return file;
            }
        } catch (InvalidPathException noPath) {
            throw new SettingRefused(name, advice, noPath);
        }
        throw new SettingRefused(name, advice);
    }
}
