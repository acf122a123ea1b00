package fr.predice.visio.signin;

import java.net.URI;

/** The session that a person may have with whoever identified them, beside ours. */
public interface OtherSession {
    /**
     * Whether it can be ended now: nobody is sent to a place that does not answer. Takes two seconds at most.
     *
     * @param farewell where the person would end it; not opened
     */
    boolean canBeEnded(URI farewell);
}
