package fr.predice.visio.audit;

import java.time.Instant;

/**
 * A deed as it was written. {@code actor} is an account's id, {@code subject} what it was done to; either, and
 * {@code address}, may be {@link AuditTrail#NOBODY}. {@code action} is the name of an {@link AuditAction}, or a word of
 * a newer version.
 */
public record AuditEntry(
        long id, Instant at, String action, String actor, String subject, String address, AuditResult result) {}
