package fr.predice.visio.messaging;

/** Something waits in the outbox. */
public record MessagePosted() {}
