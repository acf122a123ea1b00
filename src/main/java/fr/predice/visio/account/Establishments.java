package fr.predice.visio.account;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The establishments known here. */
@Stateless
public class Establishments {
    private static final int MOST_SUGGESTED = 8;

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Clock clock;

    /** Those whose name begins so, whatever the case; of three letters at least. */
    public List<Workplace> suggest(String beginning) {
        var letters = beginning.strip().toLowerCase(Locale.ROOT);
        if (letters.length() < 3) {
            return List.of();
        }
        return entities.createQuery("""
                        SELECT e FROM Establishment e WHERE lower(e.name) LIKE :beginning ESCAPE '!'
                        ORDER BY e.name, e.town""", Establishment.class)
                .setParameter("beginning", letters.replaceAll("[!%_]", "!$0") + "%")
                .setMaxResults(MOST_SUGGESTED)
                .getResultStream()
                .map(Establishment::place)
                .toList();
    }

    /** The one with this FINESS number, or with this name in this town; made known if there is none. */
    public Establishment at(Workplace place) {
        return find(place).orElseGet(() -> {
            var made = new Establishment(place, clock.instant());
            entities.persist(made);
            return made;
        });
    }

    private Optional<Establishment> find(Workplace place) {
        var byNumber = place.finess()
                .flatMap(number -> entities.createQuery(
                                "SELECT e FROM Establishment e WHERE e.finess = :finess", Establishment.class)
                        .setParameter("finess", number.characters())
                        .getResultStream()
                        .findFirst());
        if (place.finess().isPresent()) {
            return byNumber;
        }
        return entities.createQuery("""
                        SELECT e FROM Establishment e
                        WHERE lower(e.name) = lower(:name) AND lower(e.town) = lower(:town)
                        ORDER BY e.createdAt""", Establishment.class)
                .setParameter("name", place.name())
                .setParameter("town", place.town())
                .getResultStream()
                .findFirst();
    }
}
