package fr.predice.visio.call.turn;

import java.util.regex.Pattern;

/**
 * Where a TURN server listens, from a TURN URI (RFC 7065), e.g. {@code turns:turn.example.org:443?transport=tcp}.
 *
 * @param host a name, or an address in figures (IPv6 without brackets)
 */
record TurnAddress(Transport transport, String host, int port) {
    enum Transport {
        UDP,
        TCP,
        TLS
    }

    private static final Pattern URI =
            Pattern.compile("(turns?):(\\[[^]]+]|[^:/?\\s]+)(?::([0-9]{1,5}))?(?:\\?transport=(udp|tcp))?");
    private static final int PORT = 3478;
    private static final int SECURE_PORT = 5349;

    /** @throws IllegalArgumentException if it is no TURN URI */
    static TurnAddress of(String uri) {
        var parts = URI.matcher(uri);
        if (!parts.matches()) {
            throw new IllegalArgumentException("no TURN URI: " + uri);
        }
        var transport = transport(parts.group(1), parts.group(4));
        var standard = transport == Transport.TLS ? SECURE_PORT : PORT;
        return new TurnAddress(
                transport,
                parts.group(2).replaceAll("[\\[\\]]", ""),
                parts.group(3) == null ? standard : Integer.parseInt(parts.group(3)));
    }

    /** Browsers have no DTLS towards a relay: for them {@code turns} is TLS over TCP, whatever follows. */
    private static Transport transport(String scheme, String asked) {
        if (scheme.equals("turns")) {
            return Transport.TLS;
        }
        return "tcp".equals(asked) ? Transport.TCP : Transport.UDP;
    }
}
