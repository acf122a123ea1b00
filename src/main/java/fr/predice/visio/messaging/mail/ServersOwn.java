package fr.predice.visio.messaging.mail;

import jakarta.mail.Authenticator;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;

/** The user and password that the server keeps for its mail session, in its environment or its credential store. */
final class ServersOwn extends Authenticator {
    private final Session server;

    ServersOwn(Session server) {
        this.server = server;
    }

    @Override
    protected PasswordAuthentication getPasswordAuthentication() {
        return server.requestPasswordAuthentication(
                getRequestingSite(),
                getRequestingPort(),
                getRequestingProtocol(),
                getRequestingPrompt(),
                getDefaultUserName());
    }
}
