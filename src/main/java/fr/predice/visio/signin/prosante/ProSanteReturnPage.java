package fr.predice.visio.signin.prosante;

import fr.predice.visio.account.Account;
import fr.predice.visio.account.Accounts;
import fr.predice.visio.account.registration.ProvedNumber;
import fr.predice.visio.audit.AuditAction;
import fr.predice.visio.audit.AuditTrail;
import fr.predice.visio.platform.limit.ClientAddress;
import fr.predice.visio.platform.web.Notices;
import fr.predice.visio.signin.Door;
import fr.predice.visio.signin.NumberProof;
import fr.predice.visio.signin.SignInSession;
import fr.predice.visio.signin.device.DeviceCookie;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.omnifaces.util.Faces;

/**
 * The provider sends the person back here, and from here they go on at once: nobody stays at an address with a code.
 */
@Named
@RequestScoped
public class ProSanteReturnPage {
    private static final System.Logger LOG = System.getLogger(ProSanteReturnPage.class.getName());

    @Inject
    private ProSanteConnect connect;

    @Inject
    private Starts starts;

    @Inject
    private Accounts accounts;

    @Inject
    private NumberProof proof;

    @Inject
    private SignInSession session;

    @Inject
    private AuditTrail audit;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Clock clock;

    private String returnTo = "";

    /** Before the page would render: it never does. */
    public void arrive() throws IOException {
        if (!connect.isThere()) {
            Faces.responseSendError(HttpServletResponse.SC_NOT_FOUND, null);
            return;
        }
        try {
            Notices.redirect(enter());
        } catch (Refused refused) {
            LOG.log(System.Logger.Level.INFO, "Nobody let in by Pro Santé Connect, {0}", refused.getMessage());
            Notices.redirect("/pro-sante-connect/refus?cause="
                    + refused.why().word()
                    + (returnTo.isEmpty() ? "" : "&retour=" + URLEncoder.encode(returnTo, StandardCharsets.UTF_8)));
        }
    }

    /** @return the page to go to */
    private String enter() throws Refused {
        var state = BrowserCookie.token(request.getParameter("state"));
        var browser = BrowserCookie.read(request);
        // Nobody began this: not worth a line in the trail, which anybody could fill then.
        if (state.isEmpty() || browser.isEmpty()) {
            throw new Refused(Cause.LATE, "no state of ours, or no cookie");
        }
        var begun = starts.take(state.get(), browser.get())
                .orElseThrow(() -> new Refused(Cause.LATE, "not begun in this browser, or used"));
        returnTo = begun.returnTo();
        if (begun.isOver(clock.instant())) {
            throw new Refused(Cause.LATE, "begun too long ago");
        }
        var whose = AuditTrail.NOBODY;
        try {
            var person = connect.identify(answer(), state.get(), browser.get());
            if (person.identifiedAt().isEmpty()) {
                LOG.log(
                        System.Logger.Level.WARNING,
                        "Pro Santé Connect does not say when it identified people: no auth_time");
            }
            // Whoever was led to the end of the other session has ended it, unless a time says otherwise.
            var told = person.identifiedAt().isPresent();
            var anew = told ? session.isOpenElsewhere() : session.farewell().isPresent();
            if (!person.isIdentifiedFor(begun.at(), anew)) {
                leaveThereToo(person);
                throw new Refused(Cause.STALE, "identified long before, perhaps somebody else");
            }
            var account = accounts.withNumber(person.number());
            whose = account.map(Account::id).map(Object::toString).orElse(whose);
            var refusal = refusal(account, person);
            if (refusal.isPresent()) {
                keepOut(person);
                throw refusal.get();
            }
            var farewell = connect.farewell(person);
            var page = session.signInWithoutCode(account.get(), "PRO_SANTE_CONNECT", returnTo);
            farewell.ifPresent(session::leaveBy);
            starts.arrived(
                    new Starts.Caller(browser.get(), DeviceCookie.read(request), ClientAddress.of(request)),
                    account.get().id());
            return page;
        } catch (Refused refused) {
            audit.recordRefusal(AuditAction.PRO_SANTE_REFUSED, whose, ClientAddress.of(request));
            throw refused;
        }
    }

    private Optional<Refused> refusal(Optional<Account> account, Person person) {
        if (account.isEmpty()) {
            return Optional.of(new Refused(Cause.UNKNOWN, "no account"));
        }
        if (!mayEnter(account.get())) {
            return Optional.of(new Refused(Cause.INACTIVE, "no active account of the portal"));
        }
        return proof.holds(account.get(), person.givenName(), person.familyName())
                ? Optional.empty()
                : Optional.of(new Refused(Cause.NAME, "the account has the number, and another name"));
    }

    /** Administrators have a door of their own. */
    private static boolean mayEnter(Account account) {
        return account.isActive() && Door.PORTAL.lets(account.role());
    }

    /** They may ask for an account, or be somebody else than whoever used this browser before. */
    private void keepOut(Person person) throws Refused {
        session.signOut();
        new ProvedNumber(person.number(), person.givenName(), person.familyName(), person.practice())
                .keep(request, clock.instant());
        leaveThereToo(person);
    }

    private void leaveThereToo(Person person) throws Refused {
        connect.farewell(person).ifPresent(session::leaveBy);
    }

    private Map<String, List<String>> answer() {
        return request.getParameterMap().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> Arrays.asList(entry.getValue())));
    }
}
