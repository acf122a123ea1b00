package fr.predice.visio.call.turn;

import fr.predice.visio.platform.watch.Check;
import fr.predice.visio.platform.watch.Finding;
import fr.predice.visio.platform.watch.Tolerances;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.OptionalLong;

/**
 * Whether each TURN address relays for us. It is only told: calls that find a direct way go on, and another node has
 * the same relays.
 */
@ApplicationScoped
public class TurnCheck implements Check {
    @Inject
    private TurnProbe probe;

    @Override
    public String name() {
        return "turn";
    }

    @Override
    public Finding look() {
        var answers = probe.ask();
        return answers.isEmpty() ? Finding.off() : found(answers);
    }

    static Finding found(List<TurnAnswer> answers) {
        var relaying = answers.stream().filter(TurnAnswer::relays).count();
        var days = answers.stream()
                .map(TurnAnswer::certificateDays)
                .filter(OptionalLong::isPresent)
                .mapToLong(OptionalLong::getAsLong)
                .min();
        var finding = Finding.fine();
        if (relaying == 0) {
            finding = Finding.bad("none");
        } else if (relaying < answers.size()) {
            finding = Finding.care("some");
        } else if (days.isPresent() && days.getAsLong() < Tolerances.CERTIFICATE.toDays()) {
            finding = Finding.care("soon");
        }
        finding = finding.with("addresses", answers.size()).with("relaying", relaying);
        return days.isPresent() ? finding.with("days", days.getAsLong()) : finding;
    }
}
