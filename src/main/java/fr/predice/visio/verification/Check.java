package fr.predice.visio.verification;

import java.util.List;

/** One subject of the installation. */
public interface Check {
    /** As the page asks for it, e.g. {@code "database"}. */
    String name();

    /** Looks now. Blocks for ten seconds at most; whatever fails is a finding. */
    List<Finding> look();
}
