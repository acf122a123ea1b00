package fr.predice.visio.figures;

import java.util.UUID;

/** An establishment whose people are enough for figures of its own. */
public record Place(UUID id, String name, String town) {}
