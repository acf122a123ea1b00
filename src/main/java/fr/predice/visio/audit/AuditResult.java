package fr.predice.visio.audit;

/** How a deed ended. */
public enum AuditResult {
    DONE,
    REFUSED
}
