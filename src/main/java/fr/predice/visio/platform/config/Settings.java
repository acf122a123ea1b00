package fr.predice.visio.platform.config;

import fr.predice.visio.platform.prerequisite.Prerequisites;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Everything a site may choose, read once at start and valid from then on. {@code PARAMETRES.md} lists each variable
 * with its unit and default. {@code proSante} only where the site is registered there. {@code drainFile}: while it
 * exists, this node is about to stop.
 */
public record Settings(
        Profile profile,
        URI publicAddress,
        Set<String> allowedOrigins,
        ZoneId timeZone,
        Branding branding,
        Ways ways,
        Cards cards,
        Optional<ProSante> proSante,
        Keys keys,
        Messaging messaging,
        Turn turn,
        Invitations invitations,
        Limits limits,
        Prerequisites prerequisites,
        Terms terms,
        Administration administration,
        Trail trail,
        Watching watching,
        Legal legal,
        Films films,
        Optional<Path> drainFile) {

    public enum Profile {
        PRODUCTION,
        DEMO
    }

    /**
     * Names and support addresses shown to people; {@code supportHours} in French and English, and as opening hours
     * where the site told them so. Participants are given a number of their own, or none: not every site wants them to
     * call its users' support.
     */
    public record Branding(
            String name,
            String service,
            String videoTile,
            URI supportWeb,
            String supportPhone,
            String supportHours,
            String supportHoursEnglish,
            Optional<OpeningHours> supportOpening,
            Optional<String> participantHelpPhone) {}

    /**
     * Other ways in, shown only where their address is set, and the other tiles of the services page.
     *
     * @param card where cards are read: scheme, host and port
     * @param cardProxy whose word on a card's certificate is taken
     */
    public record Ways(
            Optional<URI> card, Optional<CardProxy> cardProxy, Optional<URI> registration, List<Tile> tiles) {}

    /** The one proxy that reads cards in our place, and the header in which it sends their certificate. */
    public record CardProxy(InetAddress address, String header) {}

    public record Tile(String label, URI address) {}

    /**
     * Whose cards are believed.
     *
     * @param truststore of their authorities, PKCS12; none where the server has no place for it
     * @param issuers common names of those that issue cards; none named: those of persons in the truststore
     * @param lists of revoked cards: files ({@code file:}) or web addresses
     * @param staleList how long a list still counts after the next one was due
     */
    public record Cards(
            Optional<Path> truststore,
            String password,
            List<String> issuers,
            List<URI> lists,
            Duration staleList,
            Optional<Ocsp> ocsp) {
        @Override
        public String toString() {
            return "Cards" + truststore;
        }
    }

    /**
     * Who is asked about each card (RFC 6960).
     *
     * @param responder none: the one that the card's certificate names
     * @param listInstead where no answer comes, the list of revoked cards decides; otherwise the card is refused
     */
    public record Ocsp(Optional<URI> responder, Duration timeout, boolean listInstead) {}

    /**
     * Secrets of 32 bytes: the peppers of keyed hashes, and the AES-256 keys of what is stored sealed. The first of
     * each is in use; those after it were, and what they made is still known.
     */
    public record Keys(List<byte[]> peppers, List<byte[]> message) {
        @Override
        public String toString() {
            return "Keys[hidden]";
        }
    }

    /**
     * {@code urls} are TURN URIs (RFC 7065); none means that calls stay direct. {@code relayOnly}: that none does, so
     * that neither side learns the other's network address.
     */
    public record Turn(List<String> urls, String secret, Duration lifetime, boolean relayOnly) {
        @Override
        public String toString() {
            return "Turn" + urls;
        }
    }

    /**
     * How long a link opens its room, how long a number is kept after that, and the regions whose mobiles are allowed.
     */
    public record Invitations(Duration lifetime, Duration numberKept, List<String> phoneRegions) {}

    /**
     * Ceilings on SMS that hold across all nodes: for the whole site, for one account, for the number called, for the
     * address it is asked from (a whole hospital may share one), and for one invitation.
     */
    public record Limits(
            int smsPerDay,
            int smsPerAccountPerHour,
            int smsPerAccountPerDay,
            int smsPerNumberPerHour,
            int smsPerNumberPerDay,
            int smsPerAddressPerHour,
            int smsPerInvitation) {}

    /** The terms of use: the version that people accept, and where the site's own text is, if it has one. */
    public record Terms(String version, Optional<Path> text) {}

    /**
     * Where the administrators' pages open (nowhere listed: everywhere), and the directory that professionals are
     * looked up in.
     */
    public record Administration(List<AddressRange> networks, URI directory) {
        /** @param address of the client, in figures */
        public boolean openTo(String address) {
            return networks.isEmpty() || networks.stream().anyMatch(network -> network.holds(address));
        }
    }

    /** How long the trail of who did what is kept, six months at least. */
    public record Trail(Period kept) {}

    /** The word that whoever collects this node's figures shows; without one, nobody may. */
    public record Watching(Optional<String> metricsToken) {
        @Override
        public String toString() {
            return "Watching[hidden]";
        }
    }

    /**
     * What the law wants said about a site, each as the site words it; where it has not, its pages show that they are
     * templates.
     *
     * @param publisher who answers for the site
     * @param director of the publication: a person's name
     * @param host who runs its machines: name, address, telephone
     * @param controller of the data; the publisher, where it is nobody else
     * @param dataProtection how the data protection officer is reached
     * @param accessibility how to say that something of the site cannot be used
     * @param audit of accessibility: by whom and when
     * @param auditedRate percentage of the criteria that the audit found met, 0 to 100
     */
    public record Legal(
            Optional<String> publisher,
            Optional<String> publisherAddress,
            Optional<String> publisherContact,
            Optional<String> director,
            Optional<String> host,
            Optional<String> controller,
            Optional<String> dataProtection,
            Optional<String> accessibility,
            Optional<String> audit,
            Optional<Integer> auditedRate) {}

    /**
     * The site's own films about signing in, the use of the service and the participant's side; ours where it has none.
     */
    public record Films(Optional<URI> connection, Optional<URI> use, Optional<URI> participant) {}

    public boolean demo() {
        return profile == Profile.DEMO;
    }
}
