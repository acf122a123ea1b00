package fr.predice.visio.platform.config;

import java.net.InetAddress;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/** The variables about where cards are read, and by whom. */
final class CardWayReader {
    private static final String PROXY = "VISIO_CARD_PROXY";
    private static final Pattern SHAPE = Pattern.compile("(?<address>[^=]+)=(?<header>[A-Za-z0-9-]{1,60})");

    private final Variables variables;

    CardWayReader(Variables variables) {
        this.variables = variables;
    }

    /** Where a card is read, over a connection of its own: never unprotected. */
    Optional<URI> address(Settings.Profile profile) {
        var name = "VISIO_CARD_URL";
        var address = variables.find(name).map(value -> Variables.web(name, value));
        if (profile != Settings.Profile.DEMO
                && address.filter(one -> !"https".equals(one.getScheme())).isPresent()) {
            throw new SettingRefused(name, "must start with https://");
        }
        if (address.filter(one -> !isPlain(one)).isPresent()) {
            throw new SettingRefused(
                    name, "wants a name and a port, nothing after them, e.g. https://visio.example.org:8444");
        }
        return address.map(one -> URI.create(SettingsReader.origin(one)));
    }

    private static boolean isPlain(URI address) {
        return address.getRawPath().matches("/?")
                && address.getRawUserInfo() == null
                && address.getRawQuery() == null
                && address.getRawFragment() == null;
    }

    /** Never where anybody who reaches the port may say to be another address. */
    Optional<Settings.CardProxy> proxy() {
        var told = variables.find(PROXY);
        if (told.isPresent()
                && variables.text("VISIO_CARD_PROXY_PROTOCOL", "false").equals("true")) {
            throw new SettingRefused(PROXY, "cannot go with VISIO_CARD_PROXY_PROTOCOL=true");
        }
        return told.map(value -> {
            var parts = SHAPE.matcher(value);
            var address =
                    parts.matches() ? AddressRange.literal(parts.group("address")) : Optional.<InetAddress>empty();
            return new Settings.CardProxy(
                    address.orElseThrow(() -> new SettingRefused(
                            PROXY, "wants an address in figures and a header, e.g. 10.20.0.5=X-Card-Certificate")),
                    parts.group("header"));
        });
    }
}
