package fr.predice.visio.audit;

import java.time.Instant;
import java.util.Optional;

/**
 * What is looked for in the trail; what is empty does not restrict.
 *
 * @param from the first instant, {@code until} the first one after
 * @param person an account's id: what it did, and what was done to it
 * @param address as the trail writes it
 */
public record AuditCriteria(
        Optional<Instant> from,
        Optional<Instant> until,
        Optional<AuditAction> action,
        Optional<String> person,
        Optional<String> address,
        Optional<AuditResult> result) {}
