package fr.predice.visio.audit;

import java.time.Instant;

/**
 * A deed as it was written. {@code actor} is an account's id, {@code subject} what it was done to; either, and
 * {@code address}, may be {@link AuditTrail#NOBODY}.
 */
public record AuditEntry(
        long id, Instant at, AuditAction action, String actor, String subject, String address, AuditResult result) {}
