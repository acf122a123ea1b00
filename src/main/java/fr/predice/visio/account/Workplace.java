package fr.predice.visio.account;

import java.util.Optional;

/** An establishment as a person names it; its FINESS number where they know it. */
public record Workplace(String name, String town, Optional<Finess> finess) {}
