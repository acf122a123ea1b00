package fr.predice.visio.verification;

import static fr.predice.visio.verification.Finding.State.CARE;
import static fr.predice.visio.verification.Finding.State.WELL;
import static fr.predice.visio.verification.Finding.State.WRONG;

import fr.predice.visio.call.turn.TurnAnswer;
import java.util.List;
import java.util.function.Supplier;

/** The relays as this server sees them; the page asks them from the browser too, which may see otherwise. */
public final class RelayCheck implements Check {
    private final Supplier<List<TurnAnswer>> probe;

    public RelayCheck(Supplier<List<TurnAnswer>> probe) {
        this.probe = probe;
    }

    @Override
    public String name() {
        return "relays";
    }

    @Override
    public List<Finding> look() {
        var answers = probe.get();
        return answers.isEmpty()
                ? List.of(Finding.of("turn", CARE, "none"))
                : answers.stream().map(RelayCheck::finding).toList();
    }

    private static Finding finding(TurnAnswer answer) {
        var state = switch (answer.outcome()) {
            case RELAYS -> WELL;
            case UNREACHABLE -> CARE;
            case CREDENTIALS_REFUSED, FULL, CERTIFICATE_REFUSED, STRANGE -> WRONG;
        };
        return Finding.of("turn", state, answer.outcome().name(), answer.time().toMillis())
                .about(answer.address());
    }
}
