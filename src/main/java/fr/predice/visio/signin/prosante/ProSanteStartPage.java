package fr.predice.visio.signin.prosante;

import fr.predice.visio.platform.limit.ClientAddress;
import fr.predice.visio.platform.limit.LimitReached;
import fr.predice.visio.platform.limit.LimitUnknown;
import fr.predice.visio.platform.token.SecretToken;
import fr.predice.visio.platform.web.Cookies;
import fr.predice.visio.platform.web.FetchMetadata;
import fr.predice.visio.platform.web.Notices;
import fr.predice.visio.signin.Door;
import fr.predice.visio.signin.SignInSession;
import fr.predice.visio.signin.TooMany;
import fr.predice.visio.signin.device.DeviceCookie;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.omnifaces.util.Faces;

/**
 * The way to the provider: a link, since browsers let no form of ours lead to another site. Seen only where the
 * provider does not answer.
 */
@Named
@RequestScoped
public class ProSanteStartPage {
    private static final System.Logger LOG = System.getLogger(ProSanteStartPage.class.getName());

    @Inject
    private ProSanteConnect connect;

    @Inject
    private Starts starts;

    @Inject
    private SignInSession session;

    @Inject
    private HttpServletRequest request;

    /** Whether this site is registered with the provider. */
    public boolean isThere() {
        return connect.isThere();
    }

    /** Before the page renders. */
    public void leave() throws IOException {
        // Another site's page must not use up, picture by picture, what people may begin here.
        if (!isThere() || FetchMetadata.isPartOfAnotherPage(request)) {
            Faces.responseSendError(HttpServletResponse.SC_NOT_FOUND, null);
            return;
        }
        var state = SecretToken.random();
        var browser = BrowserCookie.read(request).orElseGet(SecretToken::random);
        try {
            var question = connect.question(state, browser, session.isOpenElsewhere());
            starts.begin(
                    state,
                    new Starts.Caller(browser, DeviceCookie.read(request), ClientAddress.of(request)),
                    ownPage());
            Cookies.keep(BrowserCookie.NAME, browser.text(), Starts.VALIDITY);
            Notices.leave(question);
        } catch (Refused away) {
            LOG.log(System.Logger.Level.WARNING, "Nobody sent to Pro Santé Connect: {0}", away.getMessage());
        } catch (LimitReached busy) {
            TooMany.say(busy);
        } catch (LimitUnknown away) {
            Notices.error("signin.messageFailed");
        }
    }

    private Optional<String> ownPage() {
        return Optional.ofNullable(getReturnTo()).filter(page -> SignInSession.isOwn(page, Door.PORTAL));
    }

    /** @param page to come back to, or nothing; goes along as any page's own address */
    public String address(String page) {
        return leadingTo(page, "/pro-sante-connect");
    }

    /** The other way in, to the same page. */
    public String passwordAddress(String page) {
        return leadingTo(page, "/connexion");
    }

    private String leadingTo(String page, String way) {
        return request.getContextPath()
                + way
                + (page == null || page.isEmpty() ? "" : "?retour=" + URLEncoder.encode(page, StandardCharsets.UTF_8));
    }

    /** As it came, for the next try. */
    public String getReturnTo() {
        return request.getParameter("retour");
    }
}
