package fr.predice.visio.audit;

/** The database did not answer, or not with what the trail is made of. */
public class TrailUnreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TrailUnreadable(Throwable cause) {
        super(cause);
    }
}
