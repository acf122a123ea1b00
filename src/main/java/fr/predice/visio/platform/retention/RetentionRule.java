package fr.predice.visio.platform.retention;

import java.time.Duration;

/** What is erased when. Each bean of this type is applied. */
public interface RetentionRule {
    /** What the register calls it. */
    String what();

    /** How long it is kept after it has served. */
    Duration kept();

    /** An UPDATE or DELETE of what had served before {@code :limit}. It erases the same row once. */
    String erasure();
}
