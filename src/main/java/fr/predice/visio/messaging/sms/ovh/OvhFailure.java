package fr.predice.visio.messaging.sms.ovh;

import java.time.Duration;
import java.util.Optional;

/** No answer, or not the one that was asked for. Its text holds nothing of what was sent or answered. */
class OvhFailure extends Exception {
    /** How far the question got. */
    enum Reach {
        /** OVH never saw it. */
        NOT_SENT,
        /** OVH saw it and did nothing. */
        REFUSED,
        /** OVH may have acted on it. */
        UNKNOWN
    }

    private final Reach reach;
    private final OvhProblem problem;
    private final transient Optional<Duration> retryAfter;

    OvhFailure(Reach reach, OvhProblem problem, String what) {
        this(reach, problem, what, Optional.empty());
    }

    OvhFailure(Reach reach, OvhProblem problem, String what, Optional<Duration> retryAfter) {
        super(problem + " (" + what + "): " + problem.advice());
        this.reach = reach;
        this.problem = problem;
        this.retryAfter = retryAfter;
    }

    Reach reach() {
        return reach;
    }

    OvhProblem problem() {
        return problem;
    }

    Optional<Duration> retryAfter() {
        return retryAfter;
    }
}
