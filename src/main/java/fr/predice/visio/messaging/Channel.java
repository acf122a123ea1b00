package fr.predice.visio.messaging;

/** How a message reaches a person. */
public enum Channel {
    SMS,
    MAIL
}
