package fr.predice.visio.account.administration;

import fr.predice.visio.account.Establishment;

/** An establishment, and how many accounts, active or not, are of people there. */
public record Staffed(Establishment establishment, long accounts) {}
