package fr.predice.visio.signin;

import fr.predice.visio.account.Account;
import fr.predice.visio.audit.AuditAction;
import fr.predice.visio.audit.AuditTrail;
import fr.predice.visio.platform.limit.ClientAddress;
import fr.predice.visio.platform.limit.LimitReached;
import fr.predice.visio.platform.limit.LimitUnknown;
import fr.predice.visio.platform.web.Hours;
import fr.predice.visio.platform.web.Language;
import fr.predice.visio.platform.web.Notices;
import fr.predice.visio.signin.otp.CodeDead;
import fr.predice.visio.signin.otp.CodeExpired;
import fr.predice.visio.signin.otp.CodeWrong;
import fr.predice.visio.signin.otp.OneTimeCodes;
import fr.predice.visio.signin.otp.Progress;
import fr.predice.visio.signin.otp.ResendRefused;
import fr.predice.visio.signin.otp.Way;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Sign-in, step 2: the one-time code. */
@Named
@RequestScoped
public class CodePage {
    private static final String RESCUE = "rescueCode";

    @Inject
    private OneTimeCodes codes;

    @Inject
    private SignInSession session;

    @Inject
    private AuditTrail audit;

    @Inject
    private Language language;

    @Inject
    private Hours hours;

    @Inject
    private HttpServletRequest request;

    private String code;
    private Optional<Progress> progress;
    private boolean refused;

    public String verify() {
        return attempt("code", id -> codes.verify(id, code.replaceAll("\\s", "")));
    }

    /** With one of the codes that came with the app. */
    public String rescue() {
        return attempt(RESCUE, id -> codes.rescue(id, code, ClientAddress.of(request)));
    }

    private String attempt(String field, Function<UUID, Account> deed) {
        var challenge = session.challenge();
        if (challenge.isEmpty()) {
            return startAgain("signin.codeDead");
        }
        try {
            return enter(deed.apply(challenge.get()));
        } catch (CodeWrong wrong) {
            refused(challenge.get());
            if (wrong.attemptsLeft() == 0) {
                return startAgain("signin.codeDead");
            }
            progress = null;
            refused = true;
            Notices.errorAt(field, "signin.codeWrong", wrong.attemptsLeft());
        } catch (CodeExpired old) {
            if (field.equals(RESCUE) || codes.awaitsApp(challenge.get())) {
                return startAgain("profile.app.late");
            }
            Notices.errorAt(field, "signin.codeExpired");
        } catch (CodeDead dead) {
            refused(challenge.get());
            return startAgain("signin.codeDead");
        } catch (LimitReached busy) {
            TooMany.say(busy);
        }
        return null;
    }

    private String enter(Account account) {
        Notices.redirect(session.signIn(account));
        return null;
    }

    private void refused(UUID challenge) {
        var whose = codes.owner(challenge).map(UUID::toString).orElse(AuditTrail.NOBODY);
        audit.recordRefusal(AuditAction.CODE_REFUSED, whose, ClientAddress.of(request));
    }

    public String resend() {
        return send(progress().map(Progress::way).orElse(Way.SMS));
    }

    public String useOtherChannel() {
        return send(Way.valueOf(getOtherChannel()));
    }

    public String useMail() {
        return send(Way.MAIL);
    }

    public String useApp() {
        var challenge = session.challenge();
        try {
            codes.useApp(challenge.orElseThrow(CodeDead::new));
            return "/code?faces-redirect=true";
        } catch (CodeDead dead) {
            return startAgain("signin.codeDead");
        }
    }

    private String send(Way channel) {
        var challenge = session.challenge();
        if (challenge.isEmpty()) {
            return startAgain("signin.codeDead");
        }
        try {
            codes.resend(challenge.get(), channel, language.getLocale());
            Notices.info("signin.resent");
            return "/code?faces-redirect=true";
        } catch (ResendRefused refused) {
            if (refused.after().isZero()) {
                Notices.error("signin.noMoreSends");
            } else {
                Notices.error("signin.tooSoon", refused.after().toSeconds() + 1);
            }
        } catch (LimitReached busy) {
            TooMany.say(busy);
        } catch (LimitUnknown away) {
            Notices.error("signin.messageFailed");
        }
        return null;
    }

    private String startAgain(String notice) {
        Notices.error(notice);
        return getStart() + "?faces-redirect=true";
    }

    /** The page where this sign-in began. */
    public String getStart() {
        return session.door().page();
    }

    /** For the view's own check before it renders: without a sign-in in progress there is nothing to type here. */
    public String checkProgress() {
        return progress().isPresent() ? null : startAgain("signin.codeDead");
    }

    private Optional<Progress> progress() {
        if (progress == null) {
            progress = session.challenge().flatMap(codes::progress);
        }
        return progress;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    public String getChannel() {
        return progress().map(p -> p.way().name()).orElse("");
    }

    public String getOtherChannel() {
        return getChannel().equals("SMS") ? "MAIL" : "SMS";
    }

    /** Whether no code is mailed, since the password was. */
    public boolean isBySmsAlone() {
        return progress().map(Progress::bySmsAlone).orElse(false);
    }

    /** Whether the account has an app that gives codes too. */
    public boolean isAuthenticator() {
        return progress().map(Progress::authenticator).orElse(false);
    }

    /** Whether the code could not be sent at all. */
    public boolean isFailed() {
        return progress().map(Progress::failed).orElse(false);
    }

    public String getDestination() {
        return progress().map(Progress::destination).orElse("");
    }

    public int getAttemptsLeft() {
        return progress().map(Progress::attemptsLeft).orElse(0);
    }

    /** Whether the code just typed was wrong, and its message says how many attempts are left. */
    public boolean isRefused() {
        return refused;
    }

    public int getSendsLeft() {
        return progress().map(Progress::sendsLeft).orElse(0);
    }

    public long getResendInSeconds() {
        return progress().map(Progress::resendAfter).map(Duration::toSeconds).orElse(0L);
    }

    public String getValidUntil() {
        return progress().map(Progress::validUntil).map(hours::of).orElse("");
    }
}
