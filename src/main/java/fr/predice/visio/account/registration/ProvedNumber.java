package fr.predice.visio.account.registration;

import fr.predice.visio.account.ProfessionalNumber;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.Optional;

/**
 * The number that Pro Santé Connect told of whoever is about to ask for an account, kept in their session: it is not
 * typed, and in no address.
 *
 * @param givenName as told with it, which the person may set right; empty if it was not, as {@code familyName}
 */
public record ProvedNumber(ProfessionalNumber number, String givenName, String familyName) {
    /** As plain words, since what a session holds may be written down. */
    private record Kept(String digits, String givenName, String familyName) implements Serializable {
        static final String ATTRIBUTE = ProvedNumber.class.getName();
    }

    public static Optional<ProvedNumber> of(HttpServletRequest request) {
        var session = request.getSession(false);
        return Optional.ofNullable(session == null ? null : (Kept) session.getAttribute(Kept.ATTRIBUTE))
                .map(kept ->
                        new ProvedNumber(new ProfessionalNumber(kept.digits()), kept.givenName(), kept.familyName()));
    }

    public void keep(HttpServletRequest request) {
        request.getSession().setAttribute(Kept.ATTRIBUTE, new Kept(number.digits(), givenName, familyName));
    }

    /** Once it has served. */
    static void forget(HttpServletRequest request) {
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
