package fr.predice.visio.account.administration;

import fr.predice.visio.account.Accounts;
import fr.predice.visio.account.Establishment;
import fr.predice.visio.account.EstablishmentMerged;
import fr.predice.visio.account.Finess;
import fr.predice.visio.account.Workplace;
import fr.predice.visio.audit.AuditAction;
import fr.predice.visio.audit.AuditTrail;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Keeps the establishments in order: people spell them in more than one way. */
@Stateless
public class EstablishmentRegister {
    public static final int MOST_SHOWN = 500;

    private static final String COUNTED = """
            SELECT new fr.predice.visio.account.administration.Staffed(e,
                (SELECT count(a) FROM Account a WHERE a.establishmentId = e.id))
            FROM Establishment e""";
    private static final String SAME = """
            SELECT count(e) FROM Establishment e WHERE e.id <> :id
            AND (e.finess = :finess OR :finess IS NULL AND e.finess IS NULL
                AND lower(e.name) = lower(:name) AND lower(e.town) = lower(:town))""";

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Accounts accounts;

    @Inject
    private AuditTrail audit;

    @Inject
    private Event<EstablishmentMerged> merged;

    /** By name, {@link #MOST_SHOWN} at most. */
    public List<Staffed> all() {
        return entities.createQuery(COUNTED + " ORDER BY lower(e.name), lower(e.town), e.id", Staffed.class)
                .setMaxResults(MOST_SHOWN)
                .getResultList();
    }

    public Optional<Staffed> find(UUID id) {
        return entities.createQuery(COUNTED + " WHERE e.id = :id", Staffed.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    /**
     * Gives it another name, town or FINESS number.
     *
     * @throws EstablishmentTaken if another is that one already: the two may be merged
     * @throws EstablishmentUnknown if there is no such establishment any more
     * @throws NotYours if the officer does not decide
     */
    public void change(UUID id, Workplace place, Officer officer) {
        officer.mustDecide();
        accounts.oneAtATime();
        var establishment = locked(id);
        var same = entities.createQuery(SAME, Long.class)
                .setParameter("id", id)
                .setParameter("finess", place.finess().map(Finess::characters).orElse(null))
                .setParameter("name", place.name())
                .setParameter("town", place.town())
                .getSingleResult();
        if (same > 0) {
            throw new EstablishmentTaken();
        }
        establishment.is(place);
        record(AuditAction.ESTABLISHMENT_CHANGED, id.toString(), officer);
    }

    /**
     * The first is the second under another name: its accounts move there, and it is known no more. The one that stays
     * keeps its name, and takes the FINESS number of the other if it has none.
     *
     * @throws TwoNumbers if each has a number of its own
     * @throws EstablishmentUnknown if one of them does not exist any more, or they are one
     * @throws NotYours if the officer does not decide
     */
    public void merge(UUID from, UUID into, Officer officer) {
        officer.mustDecide();
        if (from.equals(into)) {
            throw new EstablishmentUnknown();
        }
        accounts.oneAtATime();
        Stream.of(from, into).sorted().forEach(this::locked);
        var gone = locked(from).place();
        var kept = locked(into);
        if (gone.finess().isPresent() && kept.place().finess().isPresent()) {
            throw new TwoNumbers();
        }
        entities.createQuery("UPDATE Account a SET a.establishmentId = :into WHERE a.establishmentId = :from")
                .setParameter("into", into)
                .setParameter("from", from)
                .executeUpdate();
        entities.remove(locked(from));
        entities.flush();
        var place = kept.place();
        kept.is(new Workplace(place.name(), place.town(), place.finess().or(gone::finess)));
        merged.fire(new EstablishmentMerged(from, into));
        record(AuditAction.ESTABLISHMENT_MERGED, from + " " + into, officer);
    }

    private Establishment locked(UUID id) {
        return Optional.ofNullable(entities.find(Establishment.class, id, LockModeType.PESSIMISTIC_WRITE))
                .orElseThrow(EstablishmentUnknown::new);
    }

    private void record(AuditAction action, String subject, Officer officer) {
        audit.record(action, officer.account().toString(), subject, officer.address());
    }
}
