package fr.predice.visio.signin.cps.trust;

import fr.predice.visio.platform.watch.Finding;
import fr.predice.visio.platform.watch.Tolerances;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Whether cards can be read on this node: the worst that is known of its authorities and its lists. */
final class TrustState {
    private final List<X509Certificate> issuing;
    private final RevocationLists lists;
    private final boolean asks;

    /** @param asks a responder, so that no card depends on lists alone */
    TrustState(Authorities authorities, RevocationLists lists, boolean asks) {
        this.issuing = authorities.all().stream().filter(authorities::issues).toList();
        this.lists = lists;
        this.asks = asks;
    }

    Finding at(Instant now) {
        var first = issuing.stream()
                .map(authority -> authority.getNotAfter().toInstant())
                .min(Comparator.naturalOrder());
        if (first.isEmpty()) {
            return Finding.bad("authorities");
        }
        var found = of(first.get(), now)
                .with("days", Math.floorDiv(Duration.between(now, first.get()).toHours(), 24));
        var oldest = lists.all().stream()
                .flatMap(list -> list.held().stream())
                .map(held -> held.getThisUpdate().toInstant())
                .min(Comparator.naturalOrder());
        return oldest.isPresent()
                ? found.with("listHours", Duration.between(oldest.get(), now).toHours())
                : found;
    }

    private Finding of(Instant first, Instant now) {
        if (!first.isAfter(now)) {
            return Finding.bad("over");
        }
        if (lists.all().isEmpty() && !asks) {
            return Finding.bad("revocation");
        }
        var silent = lists.all().stream()
                .filter(list -> !lists.counts(list.held(), now))
                .toList();
        if (!silent.isEmpty()) {
            return asks && silent.stream().allMatch(this::isOfCards) ? Finding.care("late") : missing();
        }
        if (lists.all().stream().anyMatch(list -> !list.problem().isEmpty() || isDue(list.held(), now))) {
            return Finding.care("late");
        }
        return first.isBefore(now.plus(Tolerances.CERTIFICATE)) ? Finding.care("soon") : Finding.fine();
    }

    /** About cards a responder tells too; about authorities, nobody but their lists. */
    private boolean isOfCards(RevocationList list) {
        return issuing.stream().anyMatch(list::isOf);
    }

    /** Before the first look at the lists, nobody knows. */
    private Finding missing() {
        var looked = lists.all().stream()
                .anyMatch(list -> list.held().isPresent() || !list.problem().isEmpty());
        return looked ? Finding.bad("stale") : Finding.unknown("starting");
    }

    private static boolean isDue(Optional<X509CRL> list, Instant now) {
        return list.filter(held -> now.isAfter(held.getNextUpdate().toInstant()))
                .isPresent();
    }
}
