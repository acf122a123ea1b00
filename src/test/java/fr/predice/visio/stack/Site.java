package fr.predice.visio.stack;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What to start and where.
 *
 * @param home keeps the database, secrets, certificate, and the server's copy
 * @param project the checkout: {@code sql/}, and {@code target/} with the WAR and the provisioned server
 * @param address of this machine on its network, to open HTTPS and TURN there too; loopback only without
 * @param settings more {@code VISIO_*} variables, over the usual ones
 */
record Site(Path home, Path project, Ports ports, Optional<String> address, Map<String, String> settings) {
    /** A site of the same project, with a home and ports of its own. */
    Site beside(String name) {
        return new Site(home.resolveSibling(home.getFileName() + "-" + name), project, Ports.free(), address, settings);
    }

    Path rolesScript() {
        return project.resolve("sql/roles.sql");
    }

    Path war() {
        return project.resolve("target/visio-securisee.war");
    }

    Path provisionedServer() {
        return project.resolve("target/server");
    }

    String host() {
        return address.orElse("127.0.0.1");
    }
}
