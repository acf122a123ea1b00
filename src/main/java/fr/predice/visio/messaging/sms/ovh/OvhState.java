package fr.predice.visio.messaging.sms.ovh;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.OptionalDouble;

/** What this node last learned of the account, for whoever watches its health. */
@ApplicationScoped
class OvhState {
    private volatile Optional<OvhProblem> problem = Optional.empty();
    private volatile OptionalDouble credits = OptionalDouble.empty();

    void works() {
        problem = Optional.empty();
    }

    /** One refused number or a clock set again is no trouble of the account. */
    void failed(OvhProblem met) {
        if (met.concernsAll()) {
            problem = Optional.of(met);
        }
    }

    void left(double left) {
        credits = OptionalDouble.of(left);
    }

    Optional<OvhProblem> problem() {
        return problem;
    }

    OptionalDouble credits() {
        return credits;
    }
}
