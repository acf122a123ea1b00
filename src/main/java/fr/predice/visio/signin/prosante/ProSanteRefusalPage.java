package fr.predice.visio.signin.prosante;

import fr.predice.visio.account.registration.ProvedNumber;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Why the person did not come in, and what to do. */
@Named
@RequestScoped
public class ProSanteRefusalPage {
    @Inject
    private HttpServletRequest request;

    @Inject
    private Clock clock;

    /** As the texts name it. */
    public String getCause() {
        return Cause.of(request.getParameter("cause")).orElse(Cause.LATE).word();
    }

    /** Whether another try could go better. */
    public boolean isWorthATry() {
        return !isIdentified() && !getCause().equals(Cause.NUMBER.word());
    }

    /** Whether the provider knows the person, and we do not let them in. */
    public boolean isIdentified() {
        return isUnknown() || List.of(Cause.INACTIVE.word(), Cause.NAME.word()).contains(getCause());
    }

    public boolean isUnknown() {
        return getCause().equals(Cause.UNKNOWN.word());
    }

    /** Empty once the session is over, or in another one. */
    public String getName() {
        return person().map(ProvedNumber::displayName).orElse("");
    }

    public String getNumber() {
        return person().map(person -> person.number().digits()).orElse("");
    }

    private Optional<ProvedNumber> person() {
        return ProvedNumber.of(request, clock.instant());
    }
}
