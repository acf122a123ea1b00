package fr.predice.visio.platform.limit;

import fr.predice.visio.platform.config.AddressRange;
import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The address a limit counts: IPv4 whole, IPv6 by its /64, which is one subscriber. */
public final class ClientAddress {
    /** All whose address was not told in figures: they share what one address may do. */
    static final String UNKNOWN = "unknown";

    /** Some proxies tell a port too, or the zone of a link-local address. */
    private static final Pattern TOLD = Pattern.compile("(?<four>[0-9.]+)(:[0-9]+)?"
            + "|(?<six>[0-9a-fA-F:.]+)(%[^]]*)?"
            + "|\\[(?<inner>[0-9a-fA-F:.]+)(%[^]]*)?](:[0-9]+)?");

    private ClientAddress() {}

    /** The server already replaced a trusted proxy's address by the client's (see wildfly-config). */
    public static String of(HttpServletRequest request) {
        return normalized(request.getRemoteAddr());
    }

    static String normalized(String told) {
        var parts = TOLD.matcher(told == null ? "" : told);
        if (!parts.matches()) {
            return UNKNOWN;
        }
        return Stream.of("four", "six", "inner")
                .map(parts::group)
                .filter(Objects::nonNull)
                .findFirst()
                .flatMap(AddressRange::literal)
                .map(ClientAddress::counted)
                .orElse(UNKNOWN);
    }

    private static String counted(InetAddress address) {
        if (!(address instanceof Inet6Address)) {
            return address.getHostAddress();
        }
        var prefix = Arrays.copyOf(address.getAddress(), 16);
        Arrays.fill(prefix, 8, 16, (byte) 0);
        try {
            return InetAddress.getByAddress(prefix).getHostAddress() + "/64";
        } catch (UnknownHostException notSixteenBytes) {
            throw new IllegalStateException(notSixteenBytes);
        }
    }
}
