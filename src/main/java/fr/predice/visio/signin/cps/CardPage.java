package fr.predice.visio.signin.cps;

import fr.predice.visio.platform.config.Settings;
import fr.predice.visio.platform.token.TokenHash;
import fr.predice.visio.signin.cps.trust.CardHolder;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** The page that reads a card. It has no session: it says what was read, and where to go on. */
@Named
@RequestScoped
public class CardPage {
    private static final String PATH = "/carte/lecteur";
    private static final String LINK = "lien";

    @Inject
    private CardReader reader;

    @Inject
    private Settings settings;

    @Inject
    private HttpServletRequest request;

    private Reading reading;

    @PostConstruct
    void read() {
        reading = reader.read();
    }

    /** The way here for the browser that holds what this is the hash of. */
    static String path(TokenHash browser) {
        return path(Optional.of(browser));
    }

    static String path(Optional<TokenHash> browser) {
        return PATH + browser.map(hash -> "?" + LINK + "=" + hash.hex()).orElse("");
    }

    static Optional<TokenHash> link(HttpServletRequest request) {
        return Optional.ofNullable(request.getParameter(LINK))
                .filter(text -> text.matches("[0-9a-f]{64}"))
                .map(TokenHash::new);
    }

    /** The outcome, as the page's texts name it: a card that nobody of our portal asked for is not used. */
    public String getState() {
        return reading.outcome() == Reading.Outcome.KNOWN && getLink() == null
                ? "START"
                : reading.outcome().name();
    }

    public String getRefusal() {
        return reading.refusal().map(Enum::name).orElse("");
    }

    /** Null where the person did not come from the portal. */
    public String getLink() {
        return link(request).map(TokenHash::hex).orElse(null);
    }

    public String getName() {
        return reading.holder()
                .map(holder -> holder.givenName() + " " + holder.familyName())
                .orElse("");
    }

    public String getTitle() {
        return reading.holder().map(CardHolder::title).orElse("");
    }

    public String getNumber() {
        return reading.holder().map(holder -> holder.number().digits()).orElse("");
    }

    /** The portal, which has another address. */
    public String getPortal() {
        return settings.publicAddress().toString();
    }
}
