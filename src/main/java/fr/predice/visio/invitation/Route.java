package fr.predice.visio.invitation;

/** Which way sound and picture may take between the two browsers. */
public enum Route {
    ANY,
    /** Through the site's relay and no other way, so that neither side learns the other's network address. */
    RELAY_ONLY
}
