package fr.predice.visio.audit;

/** That such a deed is in the trail, for whoever counts: not whose it was. Observe it after the commit. */
public record Recorded(AuditAction action) {}
