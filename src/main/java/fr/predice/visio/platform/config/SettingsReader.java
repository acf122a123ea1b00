package fr.predice.visio.platform.config;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Turns {@code VISIO_*} variables into {@link Settings}, or says in one line which variable is wrong and what it wants.
 */
final class SettingsReader {
    private static final List<String> FRENCH_REGIONS =
            List.of("FR", "RE", "YT", "GP", "GF", "MQ", "PM", "BL", "MF", "NC", "PF", "WF");
    private static final String SEED_HOURS = "lundi au vendredi de 8h\u00a0à\u00a020h / samedi de 8h\u00a0à\u00a012h";
    private static final String SEED_HOURS_ENGLISH = "Monday to Friday 8 am to 8 pm / Saturday 8 am to noon";

    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;

    private final Function<String, Optional<String>> source;

    /**
     * @param source gives the value of a variable by its name, e.g. {@code VISIO_PUBLIC_URL}; a blank one counts as
     *     absent
     */
    SettingsReader(Function<String, Optional<String>> source) {
        this.source = name -> source.apply(name).map(String::strip).filter(value -> !value.isEmpty());
    }

    /** @throws SettingRefused naming the first variable that is missing or wrong */
    Settings read() {
        var profile = oneOf("VISIO_PROFILE", "production", "production", "demo").equals("demo")
                ? Settings.Profile.DEMO
                : Settings.Profile.PRODUCTION;
        var address = publicAddress(profile);
        return new Settings(
                profile,
                address,
                origins(address),
                timeZone(),
                branding(),
                new Settings.Ways(
                        source.apply("VISIO_CARD_URL").map(v -> web("VISIO_CARD_URL", v)),
                        source.apply("VISIO_REGISTRATION_URL").map(v -> web("VISIO_REGISTRATION_URL", v)),
                        tiles()),
                new Settings.Keys(key("VISIO_PEPPER"), key("VISIO_MESSAGE_KEY")),
                new Settings.Gateways(gateway("VISIO_SMS_GATEWAY", profile), gateway("VISIO_MAIL_GATEWAY", profile)),
                turn(),
                new Settings.Invitations(lifetime(), duration("VISIO_NUMBER_KEPT", Duration.ofMinutes(15)), regions()),
                new Settings.Limits(
                        positive("VISIO_SMS_PER_DAY", 2000),
                        positive("VISIO_SMS_PER_ACCOUNT_PER_HOUR", 60),
                        positive("VISIO_SMS_PER_NUMBER_PER_HOUR", 6)));
    }

    private URI publicAddress(Settings.Profile profile) {
        var name = "VISIO_PUBLIC_URL";
        var address = web(name, required(name));
        if (address.getRawPath() != null && !address.getRawPath().matches("/?")) {
            throw new SettingRefused(name, "must be an address without a path, e.g. https://visio.example.org");
        }
        if (profile == Settings.Profile.DEMO) {
            if (!onThisNetwork(address.getHost())) {
                throw new SettingRefused("VISIO_PROFILE", "demo serves this machine or its own network only");
            }
        } else if (!"https".equals(address.getScheme())) {
            throw new SettingRefused(name, "must start with https://: browsers give no camera to an unprotected page");
        }
        return URI.create(origin(address));
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
        list(name).forEach(value -> origins.add(origin(web(name, value))));
        return Set.copyOf(origins);
    }

    private static String origin(URI address) {
        var standard = "https".equals(address.getScheme()) ? HTTPS_PORT : HTTP_PORT;
        // Browsers name no standard port in an origin.
        var port = address.getPort() < 0 || address.getPort() == standard ? "" : ":" + address.getPort();
        return address.getScheme() + "://" + address.getHost().toLowerCase(Locale.ROOT) + port;
    }

    private Settings.Branding branding() {
        return new Settings.Branding(
                text("VISIO_BRAND", "Prédice"),
                text("VISIO_SERVICE_NAME", "Visio sécurisée"),
                text("VISIO_VIDEO_TILE", "Service de télé médecine 3"),
                web("VISIO_SUPPORT_URL", text("VISIO_SUPPORT_URL", "http://support.esante-hdf.fr")),
                text("VISIO_SUPPORT_PHONE", "03 22 80 31 70"),
                text("VISIO_SUPPORT_HOURS", SEED_HOURS),
                text(
                        "VISIO_SUPPORT_HOURS_EN",
                        source.apply("VISIO_SUPPORT_HOURS").orElse(SEED_HOURS_ENGLISH)));
    }

    private List<Settings.Tile> tiles() {
        var name = "VISIO_TILES";
        return source.apply(name).map(value -> value.split(";")).stream()
                .flatMap(Arrays::stream)
                .map(String::strip)
                .filter(tile -> !tile.isEmpty())
                .map(tile -> tile.split("=", 2))
                .map(pair -> {
                    if (pair.length != 2 || pair[0].isBlank()) {
                        throw new SettingRefused(name, "wants Label=https://address, separated by semicolons");
                    }
                    return new Settings.Tile(pair[0].strip(), web(name, pair[1].strip()));
                })
                .toList();
    }

    private Settings.Turn turn() {
        var urls = list("VISIO_TURN_URLS");
        for (var url : urls) {
            if (!url.matches("turns?:[^/?\\s]+(\\?transport=(udp|tcp))?")) {
                throw new SettingRefused("VISIO_TURN_URLS", "wants TURN addresses like turn:turn.example.org:3478");
            }
        }
        var secret = urls.isEmpty() ? "" : required("VISIO_TURN_SECRET");
        return new Settings.Turn(urls, secret, duration("VISIO_TURN_LIFETIME", Duration.ofHours(4)));
    }

    private Duration lifetime() {
        var name = "VISIO_INVITATION_LIFETIME";
        var lifetime = duration(name, Duration.ofHours(1));
        if (lifetime.compareTo(Duration.ofMinutes(1)) < 0) {
            throw new SettingRefused(name, "must be a minute at least");
        }
        return lifetime;
    }

    private ZoneId timeZone() {
        try {
            return ZoneId.of(text("VISIO_TIME_ZONE", "Europe/Paris"));
        } catch (DateTimeException unknown) {
            throw new SettingRefused("VISIO_TIME_ZONE", "wants a zone like Europe/Paris or Indian/Reunion", unknown);
        }
    }

    private List<String> regions() {
        var name = "VISIO_PHONE_REGIONS";
        var regions = list(name);
        if (regions.stream().anyMatch(region -> !region.matches("[A-Z]{2}"))) {
            throw new SettingRefused(name, "wants two-letter region codes (ISO 3166), e.g. FR,RE,GP");
        }
        return regions.isEmpty() ? FRENCH_REGIONS : regions;
    }

    private String gateway(String name, Settings.Profile profile) {
        var gateway = oneOf(name, "none", "none", "demo");
        if (gateway.equals("demo") && profile != Settings.Profile.DEMO) {
            throw new SettingRefused(name, "demo exists only under VISIO_PROFILE=demo");
        }
        return gateway;
    }

    private byte[] key(String name) {
        try {
            var key = Base64.getDecoder().decode(required(name));
            if (key.length == 32) {
                return key;
            }
        } catch (IllegalArgumentException notBase64) {
            // Same advice as for a wrong length, and no word of the value itself.
        }
        throw new SettingRefused(name, "wants 32 random bytes in base64, e.g. from: openssl rand -base64 32");
    }

    private Duration duration(String name, Duration standard) {
        try {
            var duration = source.apply(name).map(Duration::parse).orElse(standard);
            if (duration.compareTo(Duration.ZERO) > 0) {
                return duration;
            }
        } catch (DateTimeParseException wrong) {
            throw new SettingRefused(name, "wants an ISO 8601 duration, e.g. PT1H for one hour", wrong);
        }
        throw new SettingRefused(name, "must be longer than zero");
    }

    private int positive(String name, int standard) {
        var value = source.apply(name).orElse(Integer.toString(standard));
        if (!value.matches("[1-9][0-9]{0,8}")) {
            throw new SettingRefused(name, "wants a whole number above zero");
        }
        return Integer.parseInt(value);
    }

    private static URI web(String name, String value) {
        try {
            var address = new URI(value);
            if (address.getHost() != null && String.valueOf(address.getScheme()).matches("https?")) {
                return address;
            }
        } catch (URISyntaxException wrong) {
            throw new SettingRefused(name, "wants a web address", wrong);
        }
        throw new SettingRefused(name, "wants a web address that starts with https:// or http://");
    }

    private String oneOf(String name, String standard, String... known) {
        var value = text(name, standard);
        if (!List.of(known).contains(value)) {
            throw new SettingRefused(name, "must be one of " + String.join(", ", known));
        }
        return value;
    }

    private List<String> list(String name) {
        return source.apply(name).map(value -> value.split(",")).stream()
                .flatMap(Arrays::stream)
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    private String text(String name, String standard) {
        return source.apply(name).orElse(standard);
    }

    private String required(String name) {
        return source.apply(name).orElseThrow(() -> new SettingRefused(name, "is required and missing"));
    }
}
