package fr.predice.visio.account.registration;

import fr.predice.visio.account.ProfessionalNumber;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The number that Pro Santé Connect told of whoever is about to ask for an account, kept in their session: it is not
 * typed, and in no address.
 *
 * @param givenName as told with it, which the person may set right; empty if it was not, as {@code familyName}
 */
public record ProvedNumber(ProfessionalNumber number, String givenName, String familyName, ToldPractice practice) {
    /** As plain words, since what a session holds may be written down. */
    private record Kept(String digits, String givenName, String familyName, ToldPractice practice, Instant at)
            implements Serializable {
        static final String ATTRIBUTE = ProvedNumber.class.getName();
    }

    /** To fill in a form; not for whoever sits there afterwards. */
    private static final Duration VALIDITY = Duration.ofMinutes(15);

    public static Optional<ProvedNumber> of(HttpServletRequest request, Instant now) {
        var session = request.getSession(false);
        return Optional.ofNullable(session == null ? null : (Kept) session.getAttribute(Kept.ATTRIBUTE))
                .filter(kept -> now.isBefore(kept.at().plus(VALIDITY)))
                .map(kept -> new ProvedNumber(
                        new ProfessionalNumber(kept.digits()), kept.givenName(), kept.familyName(), kept.practice()));
    }

    public void keep(HttpServletRequest request, Instant now) {
        request.getSession()
                .setAttribute(Kept.ATTRIBUTE, new Kept(number.digits(), givenName, familyName, practice, now));
    }

    /** Once it has served, and when somebody signs in. */
    public static void forget(HttpServletRequest request) {
        request.getSession().removeAttribute(Kept.ATTRIBUTE);
    }

    public String displayName() {
        return (givenName + " " + familyName).strip();
    }

    @Override
    public String toString() {
        return "ProvedNumber";
    }
}
