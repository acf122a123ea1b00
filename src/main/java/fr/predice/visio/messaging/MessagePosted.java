package fr.predice.visio.messaging;

/** Something waits in the outbox. */
record MessagePosted() {}
