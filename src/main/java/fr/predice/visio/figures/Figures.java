package fr.predice.visio.figures;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** What was counted; see {@link FigureCounting}. */
@Stateless
public class Figures {
    private static final String COUNTS = """
            SELECT CAST(f.day AS text), f.name, f.bucket, f.total, f.establishment_id, e.name AS place, e.town
            FROM figure f LEFT JOIN establishment e ON e.id = f.establishment_id
            WHERE f.day BETWEEN :from AND :to
            AND (CAST(:anywhere AS boolean) OR f.establishment_id = :establishment)""";
    private static final String PLACES = """
            SELECT e.id, e.name, e.town FROM establishment e
            WHERE EXISTS (SELECT FROM figure f WHERE f.establishment_id = e.id) ORDER BY e.name, e.town""";

    /** Stands for none where any will do. */
    private static final UUID ANYWHERE = new UUID(0, 0);

    private static final Comparator<Optional<Place>> BY_NAME = Comparator.comparing(place ->
            place.map(one -> one.name() + "\n" + one.town() + "\n" + one.id()).orElse(""));

    @PersistenceContext
    private EntityManager entities;

    /** One day or month. */
    public record Line(Period step, Tally tally) {}

    /** One day of one establishment; empty for all those with few people, and for what belongs to none. */
    public record PlaceLine(LocalDate day, Optional<Place> place, Tally tally) {}

    private record Count(LocalDate day, Optional<Place> place, Figure figure, int bucket, long total) {}

    /**
     * All steps of the period, in order, also those without anything.
     *
     * @param establishment of whose people; empty for everybody
     */
    public List<Line> over(Period period, Optional<UUID> establishment) {
        var counts = counts(period, establishment);
        return period.steps().stream()
                .map(step -> new Line(step, tally(counts, step)))
                .toList();
    }

    private static Tally tally(List<Count> counts, Period step) {
        var tally = new Tally();
        counts.stream()
                .filter(count -> step.contains(count.day()))
                .forEach(count -> tally.add(count.figure(), count.bucket(), count.total()));
        return tally;
    }

    /** The days and establishments with anything, by day and name. */
    public List<PlaceLine> byPlace(Period period, Optional<UUID> establishment) {
        SortedMap<LocalDate, SortedMap<Optional<Place>, Tally>> days = new TreeMap<>();
        for (var count : counts(period, establishment)) {
            days.computeIfAbsent(count.day(), day -> new TreeMap<>(BY_NAME))
                    .computeIfAbsent(count.place(), place -> new Tally())
                    .add(count.figure(), count.bucket(), count.total());
        }
        return days.entrySet().stream()
                .flatMap(day -> day.getValue().entrySet().stream()
                        .map(place -> new PlaceLine(day.getKey(), place.getKey(), place.getValue())))
                .toList();
    }

    /** Those that there are figures of, by name. */
    public List<Place> places() {
        List<?> rows = entities.createNativeQuery(PLACES).getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Place((UUID) row[0], (String) row[1], (String) row[2]))
                .toList();
    }

    private List<Count> counts(Period period, Optional<UUID> establishment) {
        List<?> rows = entities.createNativeQuery(COUNTS)
                .setParameter("from", period.from())
                .setParameter("to", period.to())
                .setParameter("anywhere", establishment.isEmpty())
                .setParameter("establishment", establishment.orElse(ANYWHERE))
                .getResultList();
        return rows.stream().map(Object[].class::cast).map(Figures::count).toList();
    }

    private static Count count(Object[] row) {
        return new Count(
                LocalDate.parse((String) row[0]),
                row[5] == null
                        ? Optional.empty()
                        : Optional.of(new Place((UUID) row[4], (String) row[5], (String) row[6])),
                Figure.valueOf((String) row[1]),
                (int) row[2],
                (long) row[3]);
    }
}
