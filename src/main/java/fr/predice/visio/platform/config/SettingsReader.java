package fr.predice.visio.platform.config;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Turns {@code VISIO_*} variables into {@link Settings}, or says in one line which variable is wrong and what it wants.
 */
public final class SettingsReader {
    private static final List<String> FRENCH_REGIONS =
            List.of("FR", "RE", "YT", "GP", "GF", "MQ", "PM", "BL", "MF", "NC", "PF", "WF");
    private static final String SEED_HOURS = "lundi au vendredi de 8h\u00a0à\u00a020h / samedi de 8h\u00a0à\u00a012h";
    private static final String SEED_OPENING = "Mo-Fr 08:00-20:00; Sa 08:00-12:00";
    private static final String SEED_HOURS_ENGLISH = "Monday to Friday 8 am to 8 pm / Saturday 8 am to noon";

    private static final String ZONE_WANTED = "wants a zone like Europe/Paris or Indian/Reunion";
    private static final Duration LONGEST_LIFETIME = Duration.ofHours(12);

    /** RFC 7065, with its port in the first group. */
    private static final Pattern TURN_ADDRESS = Pattern.compile(
            "turns?:(?:[^:/?\\s\\[\\]]+|\\[[0-9A-Fa-f:.]+])(?::([0-9]{1,5}))?(?:\\?transport=(?:udp|tcp))?");

    private static final int HIGHEST_PORT = 65_535;
    /** Plain enough to stand in links, cookies and the files of every proxy as it is. */
    static final String PATH = "(/[A-Za-z0-9_-]+)*/?";

    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;

    private final Variables variables;

    /** @param source gives the value of a variable by its name, e.g. {@code VISIO_PUBLIC_URL} */
    public SettingsReader(Function<String, Optional<String>> source) {
        this.variables = new Variables(source);
    }

    /** @throws SettingRefused naming the first variable that is missing or wrong */
    public Settings read() {
        new ServerReader(variables).check();
        var profile = variables
                        .oneOf("VISIO_PROFILE", "production", "production", "demo")
                        .equals("demo")
                ? Settings.Profile.DEMO
                : Settings.Profile.PRODUCTION;
        var address = publicAddress(profile);
        var branding = branding();
        return new Settings(
                profile,
                address,
                origins(address),
                timeZone(),
                branding,
                new Settings.Ways(
                        new CardWayReader(variables).address(profile),
                        new CardWayReader(variables).proxy(),
                        variables.find("VISIO_REGISTRATION_URL").map(v -> Variables.web("VISIO_REGISTRATION_URL", v)),
                        tiles()),
                new CardsReader(variables).read(),
                new ProSanteReader(variables).read(),
                new Settings.Keys(
                        variables.keys("VISIO_PEPPER", "VISIO_PEPPER_PREVIOUS"),
                        variables.keys("VISIO_MESSAGE_KEY", "VISIO_MESSAGE_KEY_PREVIOUS")),
                new MessagingReader(variables).read(profile, branding.service()),
                turn(),
                new Settings.Invitations(
                        lifetime(), variables.duration("VISIO_NUMBER_KEPT", Duration.ofHours(1)), regions()),
                limits(),
                new PrerequisitesReader(variables).read(),
                new AccountsReader(variables).terms(),
                new AccountsReader(variables).administration(),
                new AccountsReader(variables).trail(),
                watching(),
                new LegalReader(variables).read(),
                films(address),
                drainFile());
    }

    private Settings.Films films(URI address) {
        return new Settings.Films(
                film("VISIO_FILM_CONNECTION", address),
                film("VISIO_FILM_USE", address),
                film("VISIO_FILM_PARTICIPANT", address));
    }

    /** Elsewhere, or a path of the portal's own host. */
    private Optional<URI> film(String name, URI address) {
        return variables.find(name).map(value -> {
            var film = Variables.web(name, value.matches("/[^/].*") ? origin(address) + value : value);
            if (!value.startsWith("/") && !"https".equals(film.getScheme())) {
                throw new SettingRefused(name, "wants an address that starts with https://, or a path like /film.mp4");
            }
            return film;
        });
    }

    private Settings.Watching watching() {
        var name = "VISIO_METRICS_TOKEN";
        var token = variables.find(name);
        if (token.filter(word -> !word.matches("[A-Za-z0-9_-]{32,}")).isPresent()) {
            throw new SettingRefused(name, "wants 32 or more letters, digits, - or _, e.g. from: openssl rand -hex 32");
        }
        return new Settings.Watching(token);
    }

    private Optional<Path> drainFile() {
        var name = "VISIO_DRAIN_FILE";
        var file = variables.find(name);
        if (file.filter(path -> !path.matches("/\\S+")).isPresent()) {
            throw new SettingRefused(name, "wants a file with its whole path, e.g. /run/visio/drain");
        }
        return file.map(Path::of);
    }

    private Settings.Limits limits() {
        return new Settings.Limits(
                variables.positive("VISIO_SMS_PER_DAY", 2000),
                variables.positive("VISIO_SMS_PER_ACCOUNT_PER_HOUR", 60),
                variables.positive("VISIO_SMS_PER_ACCOUNT_PER_DAY", 200),
                variables.positive("VISIO_SMS_PER_NUMBER_PER_HOUR", 6),
                variables.positive("VISIO_SMS_PER_NUMBER_PER_DAY", 12),
                variables.positive("VISIO_SMS_PER_ADDRESS_PER_HOUR", 300),
                variables.positive("VISIO_SMS_PER_INVITATION", 5));
    }

    private URI publicAddress(Settings.Profile profile) {
        var name = "VISIO_PUBLIC_URL";
        var address = Variables.web(name, variables.required(name));
        if (!address.getRawPath().matches(PATH) || address.getRawQuery() != null || address.getRawFragment() != null) {
            throw new SettingRefused(
                    name, "must be an address like https://visio.example.org or https://example.org/visio");
        }
        if (profile == Settings.Profile.DEMO) {
            if (!onThisNetwork(address.getHost())) {
                throw new SettingRefused("VISIO_PROFILE", "demo serves this machine or its own network only");
            }
        } else if (!"https".equals(address.getScheme())) {
            throw new SettingRefused(name, "must start with https://: browsers give no camera to an unprotected page");
        }
        return URI.create(origin(address) + address.getRawPath().replaceFirst("/$", ""));
    }

    private static boolean onThisNetwork(String host) {
        try {
            var address = InetAddress.getByName(host);
            return address.isLoopbackAddress() || address.isSiteLocalAddress() || address.isLinkLocalAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }

    private Set<String> origins(URI address) {
        var name = "VISIO_ALLOWED_ORIGINS";
        var origins = new TreeSet<String>();
        origins.add(origin(address));
        variables.list(name).forEach(value -> origins.add(origin(Variables.web(name, value))));
        return Set.copyOf(origins);
    }

    static String origin(URI address) {
        var standard = "https".equals(address.getScheme()) ? HTTPS_PORT : HTTP_PORT;
        // Browsers name no standard port in an origin.
        var port = address.getPort() < 0 || address.getPort() == standard ? "" : ":" + address.getPort();
        return address.getScheme() + "://" + address.getHost().toLowerCase(Locale.ROOT) + port;
    }

    private Settings.Branding branding() {
        return new Settings.Branding(
                variables.line("VISIO_BRAND").orElse("Prédice"),
                variables.name("VISIO_SERVICE_NAME", "Visio sécurisée"),
                variables.line("VISIO_VIDEO_TILE").orElse("Service de télé médecine 3"),
                Variables.web("VISIO_SUPPORT_URL", variables.text("VISIO_SUPPORT_URL", "http://support.esante-hdf.fr")),
                variables.phone("VISIO_SUPPORT_PHONE").orElse("03 22 80 31 70"),
                variables.line("VISIO_SUPPORT_HOURS").orElse(SEED_HOURS),
                variables
                        .line("VISIO_SUPPORT_HOURS_EN")
                        .orElseGet(() -> variables.line("VISIO_SUPPORT_HOURS").orElse(SEED_HOURS_ENGLISH)),
                opening(),
                variables.phone("VISIO_PARTICIPANT_HELP_PHONE"));
    }

    /** Hours that a site words itself say nothing of when that is, unless it says so. */
    private Optional<OpeningHours> opening() {
        var name = "VISIO_SUPPORT_OPENING";
        return variables
                .find(name)
                .or(() -> variables.find("VISIO_SUPPORT_HOURS").isPresent()
                        ? Optional.empty()
                        : Optional.of(SEED_OPENING))
                .map(text -> OpeningHours.read(text)
                        .orElseThrow(() -> new SettingRefused(
                                name, "wants days and hours like Mo-Fr 08:00-12:00,14:00-18:00; Sa 08:00-12:00")));
    }

    private List<Settings.Tile> tiles() {
        var name = "VISIO_TILES";
        return variables.find(name).map(value -> value.split(";")).stream()
                .flatMap(Arrays::stream)
                .map(String::strip)
                .filter(tile -> !tile.isEmpty())
                .map(tile -> tile.split("=", 2))
                .map(pair -> {
                    if (pair.length != 2 || pair[0].isBlank()) {
                        throw new SettingRefused(name, "wants Label=https://address, separated by semicolons");
                    }
                    return new Settings.Tile(pair[0].strip(), Variables.web(name, pair[1].strip()));
                })
                .toList();
    }

    private Settings.Turn turn() {
        var urls = variables.list("VISIO_TURN_URLS");
        for (var url : urls) {
            if (!isTurnAddress(url)) {
                throw new SettingRefused("VISIO_TURN_URLS", "wants TURN addresses like turn:turn.example.org:3478");
            }
        }
        var secret = urls.isEmpty() ? "" : variables.secret("VISIO_TURN_SECRET");
        var relayOnly =
                variables.oneOf("VISIO_RELAY_ONLY", "false", "true", "false").equals("true");
        if (relayOnly && urls.isEmpty()) {
            throw new SettingRefused(
                    "VISIO_RELAY_ONLY", "needs a relay: set VISIO_TURN_URLS, or no call could connect");
        }
        return new Settings.Turn(
                urls, secret, variables.duration("VISIO_TURN_LIFETIME", Duration.ofHours(1)), relayOnly);
    }

    private static boolean isTurnAddress(String url) {
        var parts = TURN_ADDRESS.matcher(url);
        if (!parts.matches()) {
            return false;
        }
        var port = parts.group(1) == null ? 1 : Integer.parseInt(parts.group(1));
        return port >= 1 && port <= HIGHEST_PORT;
    }

    private Duration lifetime() {
        var name = "VISIO_INVITATION_LIFETIME";
        var lifetime = variables.duration(name, Duration.ofHours(1));
        if (lifetime.compareTo(Duration.ofMinutes(1)) < 0) {
            throw new SettingRefused(name, "must be a minute at least");
        }
        if (lifetime.compareTo(LONGEST_LIFETIME) > 0) {
            throw new SettingRefused(name, "must be twelve hours at most, which is the longest call");
        }
        return lifetime;
    }

    private ZoneId timeZone() {
        try {
            var zone = ZoneId.of(variables.text("VISIO_TIME_ZONE", "Europe/Paris"));
            // Browsers know the names, not the offsets.
            if (ZoneId.getAvailableZoneIds().contains(zone.getId())) {
                return zone;
            }
        } catch (DateTimeException unknown) {
            throw new SettingRefused("VISIO_TIME_ZONE", ZONE_WANTED, unknown);
        }
        throw new SettingRefused("VISIO_TIME_ZONE", ZONE_WANTED);
    }

    private List<String> regions() {
        var name = "VISIO_PHONE_REGIONS";
        var regions = variables.list(name);
        if (regions.stream().anyMatch(region -> !region.matches("[A-Z]{2}"))) {
            throw new SettingRefused(name, "wants two-letter region codes (ISO 3166), e.g. FR,RE,GP");
        }
        return regions.isEmpty() ? FRENCH_REGIONS : regions;
    }
}
