package fr.predice.visio.account.administration;

import fr.predice.visio.account.Account;
import fr.predice.visio.account.AccountState;
import fr.predice.visio.account.Establishment;
import fr.predice.visio.account.Role;
import fr.predice.visio.account.Workplace;
import fr.predice.visio.audit.AuditAction;
import fr.predice.visio.audit.AuditTrail;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds accounts, for whoever administers or helps. */
@Stateless
public class AccountSearch {
    public static final int MOST_SHOWN = 50;

    private static final String WORD = """
            (lower(a.displayName) LIKE :word%1$d ESCAPE '!' OR lower(a.mail) LIKE :word%1$d ESCAPE '!'
            OR a.identifier LIKE :plain%1$d ESCAPE '!' OR a.professionalNumber LIKE :word%1$d ESCAPE '!'
            OR EXISTS (SELECT e.id FROM Establishment e WHERE e.id = a.establishmentId
                AND (lower(e.name) LIKE :word%1$d ESCAPE '!' OR lower(e.town) LIKE :word%1$d ESCAPE '!')))""";
    private static final Map<AccountState, String> STATES = Map.of(
            AccountState.SUSPENDED, "a.active = FALSE",
            AccountState.ACTIVE, "a.active = TRUE AND a.passwordUntil IS NULL",
            AccountState.NEW, "a.active = TRUE AND a.passwordUntil > :now",
            AccountState.LATE, "a.active = TRUE AND a.passwordUntil <= :now");

    @PersistenceContext
    private EntityManager entities;

    @Inject
    private Clock clock;

    @Inject
    private AuditTrail audit;

    /** How many there are, and the first of them by name, {@link #MOST_SHOWN} at most. */
    public record Found(long total, List<Line> lines) {}

    /** @param place null for whoever is no professional */
    public record Line(UUID id, String name, String identifier, Role role, AccountState state, Workplace place) {}

    /** One account whole. */
    public record File(Account account, AccountState state, Optional<Workplace> place, Optional<Instant> lastSignIn) {}

    public Found find(Wanted wanted) {
        var parameters = new LinkedHashMap<String, Object>();
        var where = conditions(wanted, parameters);
        var total = filled(entities.createQuery("SELECT count(a) FROM Account a" + where, Long.class), parameters)
                .getSingleResult();
        var first = filled(
                        entities.createQuery(
                                "SELECT a FROM Account a" + where + " ORDER BY a.displayName, a.id", Account.class),
                        parameters)
                .setMaxResults(MOST_SHOWN)
                .getResultList();
        return new Found(total, lines(first));
    }

    public Optional<File> open(UUID id) {
        return Optional.ofNullable(entities.find(Account.class, id))
                .map(account -> new File(
                        account,
                        account.state(clock.instant()),
                        account.establishment()
                                .map(place -> entities.find(Establishment.class, place))
                                .map(Establishment::place),
                        audit.latest(AuditAction.SIGNED_IN, id)));
    }

    private String conditions(Wanted wanted, Map<String, Object> parameters) {
        var conditions = new ArrayList<String>();
        for (var part : wanted.parts()) {
            var place = conditions.size();
            conditions.add(WORD.formatted(place));
            parameters.put("word" + place, within(part));
            parameters.put("plain" + place, within(Wanted.plain(part)));
        }
        wanted.withRole().ifPresent(role -> {
            conditions.add("a.role = :role");
            parameters.put("role", role);
        });
        wanted.inState().ifPresent(state -> {
            conditions.add(STATES.get(state));
            if (STATES.get(state).contains(":now")) {
                parameters.put("now", clock.instant());
            }
        });
        return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
    }

    private static String within(String word) {
        return "%" + word.replaceAll("[!%_]", "!$0") + "%";
    }

    private static <T> TypedQuery<T> filled(TypedQuery<T> query, Map<String, Object> parameters) {
        parameters.forEach(query::setParameter);
        return query;
    }

    private List<Line> lines(List<Account> accounts) {
        var ids = accounts.stream()
                .flatMap(account -> account.establishment().stream())
                .distinct()
                .toList();
        var places = ids.isEmpty()
                ? Map.<UUID, Workplace>of()
                : entities.createQuery("SELECT e FROM Establishment e WHERE e.id IN :ids", Establishment.class)
                        .setParameter("ids", ids)
                        .getResultStream()
                        .collect(Collectors.toMap(Establishment::id, Establishment::place, (one, same) -> one));
        Function<Account, Workplace> placeOf =
                account -> account.establishment().map(places::get).orElse(null);
        return accounts.stream()
                .map(account -> new Line(
                        account.id(),
                        account.displayName(),
                        account.identifier(),
                        account.role(),
                        account.state(clock.instant()),
                        placeOf.apply(account)))
                .toList();
    }
}
