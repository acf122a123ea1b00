package fr.predice.visio.platform.persistence;

/** The tables were changed by a newer version, in a way that this one does not survive: the start stops here. */
public class SchemaTooNew extends RuntimeException {
    SchemaTooNew(String message) {
        super(message);
    }
}
