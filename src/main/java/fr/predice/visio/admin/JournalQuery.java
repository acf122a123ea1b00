package fr.predice.visio.admin;

import fr.predice.visio.audit.AuditAction;
import fr.predice.visio.audit.AuditCriteria;
import fr.predice.visio.audit.AuditResult;
import fr.predice.visio.audit.AuditSearch;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * What the journal is asked for, as the page's address says it. Addresses are kept in logs and histories, so this names
 * nobody: a person is an account's id, a network address the number of an event that came from there.
 *
 * @param from the first day, {@code until} the last one
 * @param before the number of the last event already shown, or {@link Long#MAX_VALUE}
 */
record JournalQuery(
        Optional<LocalDate> from,
        Optional<LocalDate> until,
        Optional<AuditAction> action,
        Optional<UUID> person,
        Optional<Long> origin,
        Optional<AuditResult> result,
        long before) {
    /** The address of no event. */
    private static final String NOWHERE = "";

    /** @param parameter of the page's address, by its name; one that means nothing is as if it were not there */
    static JournalQuery of(UnaryOperator<String> parameter) {
        return new JournalQuery(
                read(parameter.apply("du"), LocalDate::parse),
                read(parameter.apply("au"), LocalDate::parse),
                read(parameter.apply("action"), AuditAction::valueOf),
                read(parameter.apply("personne"), UUID::fromString),
                read(parameter.apply("origine"), Long::valueOf),
                read(parameter.apply("resultat"), AuditResult::valueOf),
                read(parameter.apply("avant"), Long::valueOf).orElse(Long.MAX_VALUE));
    }

    private static <T> Optional<T> read(String text, Function<String, T> meaning) {
        try {
            return Optional.ofNullable(text).map(meaning);
        } catch (IllegalArgumentException | DateTimeException nothing) {
            return Optional.empty();
        }
    }

    AuditCriteria criteria(ZoneId zone, AuditSearch search) {
        return new AuditCriteria(
                from.map(day -> day.atStartOfDay(zone).toInstant()),
                until.map(day -> day.plusDays(1).atStartOfDay(zone).toInstant()),
                action,
                person.map(UUID::toString),
                origin.map(event -> search.addressOf(event).orElse(NOWHERE)),
                result);
    }

    /** Its last day is before its first. */
    boolean backwards() {
        return from.isPresent() && until.isPresent() && until.get().isBefore(from.get());
    }

    boolean everything() {
        return parameters().isEmpty();
    }

    /** Whether the newest events come first, or some were shown before these. */
    boolean newest() {
        return before == Long.MAX_VALUE;
    }

    /** Without {@code before}, in the order of the form. */
    Map<String, String> parameters() {
        var all = new LinkedHashMap<String, Optional<?>>();
        all.put("du", from);
        all.put("au", until);
        all.put("action", action);
        all.put("personne", person);
        all.put("origine", origin);
        all.put("resultat", result);
        return all.entrySet().stream()
                .filter(one -> one.getValue().isPresent())
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        one -> one.getValue().get().toString(),
                        (one, other) -> one,
                        LinkedHashMap::new));
    }

    /** Like {@code du=2026-11-27&action=SIGNED_IN}. */
    String inAddress() {
        return parameters().entrySet().stream()
                .map(one -> one.getKey() + "=" + one.getValue())
                .collect(Collectors.joining("&"));
    }
}
