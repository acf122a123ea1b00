package fr.predice.visio.signin.cps.trust;

import fr.predice.visio.platform.config.Settings;
import fr.predice.visio.platform.watch.Finding;
import fr.predice.visio.signin.cps.trust.CardRefused.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Whether the certificate of a card is to be believed, and whose it is. All of it is looked at here, whatever the
 * listener looked at before.
 */
@ApplicationScoped
public class CardTrust {
    private static final System.Logger LOG = System.getLogger(CardTrust.class.getName());

    private static final String CLIENT = "1.3.6.1.5.5.7.3.2";
    private static final int DIGITAL_SIGNATURE = 0;
    private static final int NON_REPUDIATION = 1;

    private static final Duration LIST_PATIENCE = Duration.ofSeconds(30);
    private static final int LONGEST_LIST = 64 * 1024 * 1024;

    private Authorities authorities;
    private RevocationLists lists;
    private Revocation revocation;
    private TrustState state;
    private Clock clock;

    protected CardTrust() {}

    @Inject
    CardTrust(Settings settings, Clock clock) {
        this(settings.cards(), settings.messaging().proxy(), clock);
    }

    /** @param proxy for lists and responders, where they are web addresses */
    CardTrust(Settings.Cards setting, Optional<InetSocketAddress> proxy, Clock clock) {
        this.authorities = authorities(setting);
        var outside = forLists(proxy);
        this.lists = new RevocationLists(
                setting.lists().stream()
                        .map(place -> new RevocationList(place, outside))
                        .toList(),
                setting.staleList());
        this.revocation = new Revocation(
                lists, setting.ocsp().map(ocsp -> new Responder(ocsp, Responder.outside(ocsp, proxy))), setting.ocsp());
        this.state = new TrustState(authorities, lists, setting.ocsp().isPresent());
        this.clock = clock;
    }

    static Outside forLists(Optional<InetSocketAddress> proxy) {
        return new Outside(proxy, LIST_PATIENCE, LONGEST_LIST);
    }

    private static Authorities authorities(Settings.Cards setting) {
        List<X509Certificate> found = List.of();
        try {
            var store = setting.truststore().filter(Files::exists);
            if (store.isPresent()) {
                found = Authorities.certificates(store.get(), setting.password());
            }
        } catch (IOException | GeneralSecurityException unreadable) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    "VISIO_CARD_TRUSTSTORE: {0} cannot be opened; every card is refused: {1}",
                    setting.truststore().map(Path::toString).orElse(""),
                    unreadable.toString());
        }
        return new Authorities(found, setting.issuers());
    }

    /**
     * Who holds this card, as far as it tells by itself: neither a list nor a responder is asked. It lets nobody in
     * before {@link #check}.
     *
     * @param presented the card's certificate first; what comes after it is not looked at
     * @throws CardRefused with the reason, the first of them that holds
     */
    public ReadCard read(List<X509Certificate> presented) {
        if (presented.isEmpty()) {
            throw new CardRefused(Reason.UNKNOWN_AUTHORITY);
        }
        var card = presented.get(0);
        var now = clock.instant();
        if (!isForAuthentication(card)) {
            throw new CardRefused(Reason.NOT_FOR_AUTHENTICATION);
        }
        var chain = authorities.chain(card, within(card, now));
        if (now.isBefore(card.getNotBefore().toInstant())) {
            throw new CardRefused(Reason.NOT_YET_VALID);
        }
        if (now.isAfter(card.getNotAfter().toInstant())) {
            throw new CardRefused(Reason.EXPIRED);
        }
        return new ReadCard(CardName.read(card), chain);
    }

    /**
     * Asks a responder at most (ten seconds); lists are fetched by {@link #refresh} alone.
     *
     * @throws CardRefused where the card is revoked, or nobody can tell
     */
    public void check(ReadCard card) {
        revocation.check(card.chain(), clock.instant());
    }

    /** The same of a card that lets nobody in anyway: no reason to ask a responder. */
    public void checkByLists(ReadCard card) {
        revocation.checkByLists(card.chain(), clock.instant());
    }

    /** Fetches the lists of revoked cards whose time it is. May take half a minute for each web address. */
    public void refresh() {
        lists.refresh(clock.instant(), authorities.all());
    }

    /** Whether cards can be read, as far as is known without asking anybody. */
    public Finding state() {
        return state.at(clock.instant());
    }

    /** So that an old card of ours is told from a card of strangers. */
    private static Instant within(X509Certificate card, Instant now) {
        var from = card.getNotBefore().toInstant();
        var until = card.getNotAfter().toInstant();
        if (now.isBefore(from)) {
            return from;
        }
        return now.isAfter(until) ? until : now;
    }

    /** The pair of RFC 5280 §4.2.1.3 digitalSignature and §4.2.1.12 clientAuth; a card's other one signs documents. */
    private static boolean isForAuthentication(X509Certificate card) {
        try {
            var usage = card.getKeyUsage();
            var purposes = card.getExtendedKeyUsage();
            return !Authorities.isAuthority(card)
                    && usage != null
                    && usage[DIGITAL_SIGNATURE]
                    && !usage[NON_REPUDIATION]
                    && purposes != null
                    && purposes.contains(CLIENT);
        } catch (CertificateParsingException malformed) {
            return false;
        }
    }
}
