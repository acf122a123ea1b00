package fr.predice.visio.signin.prosante;

import com.nimbusds.jwt.JWT;
import fr.predice.visio.account.ProfessionalNumber;
import fr.predice.visio.account.registration.ToldPractice;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Whom the provider identified.
 *
 * @param givenName empty if it was not told; as is {@code familyName}
 * @param identifiedAt when the person proved it, which may be for another site; nothing if it was not told
 * @param token the ID token, which the provider wants back to end its own session
 */
record Person(
        ProfessionalNumber number,
        String givenName,
        String familyName,
        ToldPractice practice,
        Optional<Instant> identifiedAt,
        JWT token) {
    /** As long as a session of ours without use: whose ended by itself was identified before that. */
    static final Duration BELIEVED = Duration.ofMinutes(30);

    /** Two clocks. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    /**
     * @param begun when this sign-in was
     * @param anew whether the person had to be identified after that, since somebody else may sit there now
     */
    boolean isIdentifiedFor(Instant begun, boolean anew) {
        var earliest = (anew ? begun : begun.minus(BELIEVED)).minus(SKEW);
        return identifiedAt.map(at -> !at.isBefore(earliest)).orElse(!anew);
    }

    @Override
    public String toString() {
        return "Person";
    }
}
