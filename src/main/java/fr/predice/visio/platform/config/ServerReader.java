package fr.predice.visio.platform.config;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The variables that the server's own configuration reads, where the environment has them: a site may keep them in a
 * credential store. The server says little of what is wrong with them; here it is said in words.
 */
final class ServerReader {
    private static final String PRINTABLE = "\\P{Cntrl}+";
    private static final String HOST = "[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?";
    private static final int HIGHEST_PORT = 65_535;
    private static final String[] LEVELS = {"ERROR", "WARN", "INFO", "DEBUG", "TRACE"};

    private final Variables variables;

    ServerReader(Variables variables) {
        // The server takes an empty one as it is, where we would take the default.
        this.variables = variables.refusingEmpty();
    }

    /** @throws SettingRefused naming the first variable that is wrong */
    void check() {
        database();
        https();
        shaped("VISIO_SMTP_HOST", HOST, "wants the name of a mail server, e.g. smtp.example.org");
        port("VISIO_SMTP_PORT");
        printable("VISIO_SMTP_USER");
        printable("VISIO_SMTP_PASSWORD");
        variables.oneOf("VISIO_LOG_LEVEL", "INFO", LEVELS);
        existing("VISIO_STORE_PASSWORD_FILE", "wants a file that the server can read, e.g. /etc/visio/store-password");
        cards();
        shaped("VISIO_CONTEXT_PATH", SettingsReader.PATH, "wants the path of VISIO_PUBLIC_URL, e.g. /visio");
    }

    private void cards() {
        port("VISIO_CARD_PORT");
        variables.oneOf("VISIO_CARD_PROXY_PROTOCOL", "false", "true", "false");
        existing("VISIO_CARD_TRUSTSTORE", "wants a key store that the server can read, e.g. /etc/visio/cards.p12");
        printable("VISIO_CARD_TRUSTSTORE_PASSWORD");
    }

    private void database() {
        shaped(
                "VISIO_DB_URL",
                "jdbc:postgresql:\\S+",
                "wants a JDBC address, e.g. jdbc:postgresql://db.example.org:5432/visio");
        role("VISIO_DB_USER", "visio_app");
        role("VISIO_DB_OWNER_USER", "visio_owner");
        printable("VISIO_DB_PASSWORD");
        printable("VISIO_DB_OWNER_PASSWORD");
        variables.positive("VISIO_DB_POOL", 20);
    }

    private void https() {
        existing("VISIO_TLS_KEYSTORE", "wants a key store that the server can read, e.g. /etc/visio/visio.p12");
        printable("VISIO_TLS_KEYSTORE_PASSWORD");
        variables.oneOf("VISIO_TLS_KEYSTORE_TYPE", "PKCS12", "PKCS12", "JKS");
        shaped("VISIO_HTTPS_ADDRESS", HOST + "|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*", "wants an address, e.g. 0.0.0.0");
        variables.oneOf("VISIO_BEHIND_PROXY", "false", "true", "false");
    }

    /** Under another name a role would keep rights that rights.sql takes away at each start. */
    private void role(String name, String known) {
        shaped(name, known, "wants " + known + ", the name that sql/roles.sql gives");
    }

    private void port(String name) {
        shaped(name, "[0-9]{1,5}", "wants a port, e.g. 587")
                .map(Integer::parseInt)
                .filter(port -> port < 1 || port > HIGHEST_PORT)
                .ifPresent(port -> {
                    throw new SettingRefused(name, "wants a port from 1 to " + HIGHEST_PORT);
                });
    }

    private void printable(String name) {
        shaped(name, PRINTABLE, "wants a text on one line");
    }

    private Optional<String> shaped(String name, String shape, String advice) {
        var value = variables.find(name);
        if (value.isPresent() && !value.get().matches(shape)) {
            throw new SettingRefused(name, advice);
        }
        return value;
    }

    private void existing(String name, String advice) {
        if (variables.find(name).filter(path -> !readable(path)).isPresent()) {
            throw new SettingRefused(name, advice);
        }
    }

    private static boolean readable(String path) {
        try {
            return Files.isReadable(Path.of(path));
        } catch (InvalidPathException noPath) {
            return false;
        }
    }
}
