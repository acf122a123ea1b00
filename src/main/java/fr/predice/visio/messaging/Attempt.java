package fr.predice.visio.messaging;

/** One try at sending a message, as whoever counts them hears of it. */
public record Attempt(Channel channel, Outcome.Kind result) {}
