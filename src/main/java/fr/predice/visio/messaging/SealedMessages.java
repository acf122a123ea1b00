package fr.predice.visio.messaging;

import fr.predice.visio.platform.cipher.SealedColumn;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;

/** Whom a message goes to, and what it says, until it is sent. */
@Dependent
class SealedMessages {
    @Produces
    SealedColumn recipient() {
        return new SealedColumn("outgoing_message", "id", "recipient", "recipient");
    }

    @Produces
    SealedColumn content() {
        return new SealedColumn("outgoing_message", "id", "content", "content");
    }
}
