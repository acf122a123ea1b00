package fr.predice.visio.signin;

import fr.predice.visio.account.Account;
import fr.predice.visio.account.registration.ProvedNumber;
import fr.predice.visio.audit.AuditAction;
import fr.predice.visio.audit.AuditTrail;
import fr.predice.visio.platform.limit.ClientAddress;
import fr.predice.visio.platform.web.Cookies;
import fr.predice.visio.signin.device.Arrival;
import fr.predice.visio.signin.device.DeviceCookie;
import fr.predice.visio.signin.session.PersonalSessions;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The steps of a sign-in in the HTTP session. The id changes at each step up (ASVS 5.0 7.2.4), and a half-signed-in
 * session holds no role: only {@link SignedIn} gives one.
 */
@RequestScoped
public class SignInSession {
    private static final String NEW_PASSWORD = "/nouveau-mot-de-passe";
    private static final String BY_CODE = "PASSWORD_AND_CODE";
    private static final Pattern OWN_PAGE = Pattern.compile("/(pro|admin|compte)(/[a-z-]+)?(\\?[A-Za-z0-9=&-]*)?");

    /** Longer than the row says a session lasts: whoever comes too late is told so. */
    private static final Duration KEPT = Duration.ofMinutes(35);

    /** @param returnTo null for the role's home page */
    private record Step(UUID challenge, Door door, String returnTo) implements Serializable {
        static final String ATTRIBUTE = Step.class.getName();
    }

    /** Both factors were right, and the password is to be changed. */
    private record Changing(UUID account, int sessions, String returnTo) implements Serializable {
        static final String ATTRIBUTE = Changing.class.getName();
    }

    /**
     * Whoever identified the person elsewhere has a session of theirs too.
     *
     * @param address where it is ended; null once the person was led there, which may not have ended it
     */
    private record Farewell(URI address) implements Serializable {
        static final String ATTRIBUTE = Farewell.class.getName();
    }

    @Inject
    private HttpServletRequest request;

    @Inject
    private PersonalSessions sessions;

    @Inject
    private AuditTrail audit;

    @Inject
    private NumberProof proof;

    /** @param returnTo the page to come back to; anything but a page behind this door becomes the role's home page */
    public void awaitCode(UUID challenge, Door door, String returnTo) {
        stepUp();
        var own = isOwn(returnTo, door) ? returnTo : null;
        request.getSession().setAttribute(Step.ATTRIBUTE, new Step(challenge, door, own));
    }

    /** Anybody may have written it into a link: only what is plainly one of our pages is a place to go. */
    public static boolean isOwn(String page, Door door) {
        return page != null && OWN_PAGE.matcher(page).matches() && door.leadsTo(page);
    }

    public Optional<UUID> challenge() {
        return step().map(Step::challenge);
    }

    /** Where the sign-in in progress, if there is one, began. */
    public Door door() {
        return step().map(Step::door).orElse(Door.PORTAL);
    }

    /** @return the page to go to: the one asked for, or that of a new password if the account has its initial one */
    public String signIn(Account account) {
        var returnTo = step().map(Step::returnTo).orElse(Door.home(account.role()));
        begin();
        if (account.hasInitialPassword()) {
            audit.record(AuditAction.SIGNED_IN, account.id().toString(), BY_CODE, ClientAddress.of(request));
            request.getSession()
                    .setAttribute(Changing.ATTRIBUTE, new Changing(account.id(), account.sessions(), returnTo));
            return NEW_PASSWORD;
        }
        enter(account, Optional.of(BY_CODE));
        return returnTo;
    }

    /**
     * What the person showed was both factors at once, and no password of ours; and the account's number with it.
     *
     * @param how as the trail says it, e.g. "CARD"
     * @param returnTo as in {@link #awaitCode}
     * @return the page to go to
     */
    public String signInWithoutCode(Account account, String how, String returnTo) {
        begin();
        proof.remember(account);
        enter(account, Optional.of(how));
        return isOwn(returnTo, Door.of(account.role())) ? returnTo : Door.home(account.role());
    }

    /** @param address where the person ends the session that they have elsewhere too, once they sign out here */
    public void leaveBy(URI address) {
        leave(request, new Farewell(address));
    }

    private static void leave(HttpServletRequest request, Farewell farewell) {
        var session = request.getSession();
        session.setMaxInactiveInterval((int) KEPT.toSeconds());
        session.setAttribute(Farewell.ATTRIBUTE, farewell);
    }

    /** Where that is, for whoever signed out here. */
    public Optional<URI> farewell() {
        return kept(Farewell.ATTRIBUTE, Farewell.class).map(Farewell::address);
    }

    /** Signs out here, and leads there next. */
    void signOutAndLead() {
        signOut();
        leave(request, new Farewell(null));
    }

    /** Whether a session that is over here, or was never opened, may go on elsewhere. */
    public boolean isOpenElsewhere() {
        return SignedIn.of(request).isEmpty()
                && kept(Farewell.ATTRIBUTE, Farewell.class).isPresent();
    }

    /**
     * It ended, and the person did not end it: whoever sits there next can still end the one that they have elsewhere.
     *
     * @throws IllegalStateException if another request of the same browser was faster
     */
    static void end(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null) {
            return;
        }
        var farewell = (Farewell) session.getAttribute(Farewell.ATTRIBUTE);
        session.invalidate();
        if (farewell != null) {
            leave(request, farewell);
        }
    }

    /** The account whose initial password is to be changed now. */
    public Optional<UUID> changing() {
        return change().map(Changing::account);
    }

    /** Whether nothing ended the account's sessions since both factors were right here. */
    public boolean stillChanging(Account account) {
        return change().filter(step -> step.sessions() == account.sessions()).isPresent();
    }

    /**
     * The password was changed.
     *
     * @return the page to go to
     */
    public String signInAfterChange(Account account) {
        var returnTo = change().map(Changing::returnTo).orElse(Door.home(account.role()));
        stepUp();
        request.getSession().removeAttribute(Changing.ATTRIBUTE);
        enter(account, Optional.empty());
        return returnTo;
    }

    /** Whoever is signed in here changed the password: this session goes on, the others are over. */
    public void goOn(Account account) {
        stepUp();
        enter(account, Optional.empty());
    }

    /** Anew: nothing of who came before but what they left open elsewhere, or of a way not gone to its end. */
    private void begin() {
        stepUp();
        var session = request.getSession();
        List.of(Step.ATTRIBUTE, Changing.ATTRIBUTE).forEach(session::removeAttribute);
        ProvedNumber.forget(request);
    }

    /** @param how the person came in just now; empty if the trail tells it already */
    private void enter(Account account, Optional<String> how) {
        close();
        var opened = sessions.open(account, how, DeviceCookie.read(request), Arrival.of(request));
        Cookies.keep(DeviceCookie.NAME, opened.device().text(), DeviceCookie.KEPT);
        var session = request.getSession();
        session.setMaxInactiveInterval((int) KEPT.toSeconds());
        session.setAttribute(SignedIn.ATTRIBUTE, SignedIn.as(account, opened.session()));
    }

    private void close() {
        SignedIn.of(request).ifPresent(who -> sessions.close(who.account(), who.session()));
    }

    public void signOut() {
        close();
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }

    private void stepUp() {
        request.getSession();
        request.changeSessionId();
    }

    private Optional<Step> step() {
        return kept(Step.ATTRIBUTE, Step.class);
    }

    private Optional<Changing> change() {
        return kept(Changing.ATTRIBUTE, Changing.class);
    }

    private <T> Optional<T> kept(String name, Class<T> type) {
        var session = request.getSession(false);
        return Optional.ofNullable(session == null ? null : type.cast(session.getAttribute(name)));
    }
}
