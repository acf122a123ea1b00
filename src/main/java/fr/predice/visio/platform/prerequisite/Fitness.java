package fr.predice.visio.platform.prerequisite;

/** How a browser or a system stands beside the table. */
public enum Fitness {
    WELL,
    /** It works; the table recommends a newer one. */
    AGEING,
    /** The table does not know it: what it can do decides. */
    UNLISTED,
    TOO_OLD,
    REFUSED;

    public boolean admitted() {
        return this != TOO_OLD && this != REFUSED;
    }
}
