package fr.predice.visio.platform.limit;

/** Four fifths of a ceiling are used up: told once in each window. */
public record NearCeiling(String purpose, int used, int most) {}
