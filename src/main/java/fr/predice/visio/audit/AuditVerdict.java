package fr.predice.visio.audit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The state of the trail.
 *
 * @param faults the first hundred, in the order of the seals
 * @param faultCount all of them
 * @param sealedAt when the last seal was set
 * @param events that are still kept, of which some wait for a seal
 */
public record AuditVerdict(
        List<AuditFault> faults, int faultCount, long seals, Optional<Instant> sealedAt, long events, long waiting) {

    public boolean sound() {
        return faultCount == 0;
    }
}
