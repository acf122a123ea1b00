package fr.predice.visio.audit;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the trail, the newest first. */
@Stateless
public class AuditSearch {
    private static final String SELECT = """
            SELECT new fr.predice.visio.audit.AuditEntry(
                e.id, e.at, e.action, e.actor, e.subject, e.address, e.result)
            FROM AuditEvent e WHERE e.id < :before""";

    @PersistenceContext
    private EntityManager entities;

    /**
     * @param before the number of the last one already seen, or {@link Long#MAX_VALUE}
     * @param most how many at most
     */
    public List<AuditEntry> find(AuditCriteria wanted, long before, int most) {
        var query = new StringBuilder(SELECT);
        Map<String, Object> values = new HashMap<>(Map.of("before", before));
        restrict(query, values, " AND e.at >= :from", "from", wanted.from());
        restrict(query, values, " AND e.at < :until", "until", wanted.until());
        restrict(
                query,
                values,
                " AND e.action = :action",
                "action",
                wanted.action().map(AuditAction::name));
        restrict(query, values, " AND (e.actor = :person OR e.subject = :person)", "person", wanted.person());
        restrict(query, values, " AND e.address = :address", "address", wanted.address());
        restrict(query, values, " AND e.result = :result", "result", wanted.result());
        var asked = entities.createQuery(query + " ORDER BY e.id DESC", AuditEntry.class);
        values.forEach(asked::setParameter);
        return asked.setMaxResults(most).getResultList();
    }

    private static void restrict(
            StringBuilder query, Map<String, Object> values, String condition, String name, Optional<?> value) {
        value.ifPresent(wanted -> {
            query.append(condition);
            values.put(name, wanted);
        });
    }

    /** The newest event from this address: its number names the address where the address itself must not be read. */
    public Optional<Long> newestFrom(String address) {
        return entities.createQuery("SELECT max(e.id) FROM AuditEvent e WHERE e.address = :address", Long.class)
                .setParameter("address", address)
                .getResultStream()
                .filter(found -> found != null)
                .findFirst();
    }

    /** Where this event came from, if it is known and still kept. */
    public Optional<String> addressOf(long event) {
        return entities.createQuery("SELECT e.address FROM AuditEvent e WHERE e.id = :event", String.class)
                .setParameter("event", event)
                .getResultStream()
                .findFirst();
    }
}
