package fr.predice.visio.platform.prerequisite;

/** What a table may name, as people write it: a browser or a system. */
public interface Product {
    String label();

    /** The constant's own name. */
    String name();
}
