package fr.predice.visio.platform.limit;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** The address a limit counts: IPv4 whole, IPv6 by its /64, which is one subscriber. */
public final class ClientAddress {
    private ClientAddress() {}

    /** The server already replaced a trusted proxy's address by the client's (see wildfly-config). */
    public static String of(HttpServletRequest request) {
        return normalized(request.getRemoteAddr());
    }

    static String normalized(String literal) {
        try {
            var address = InetAddress.getByName(literal);
            if (address instanceof Inet6Address) {
                var prefix = Arrays.copyOf(address.getAddress(), 16);
                Arrays.fill(prefix, 8, 16, (byte) 0);
                return InetAddress.getByAddress(prefix).getHostAddress() + "/64";
            }
            return address.getHostAddress();
        } catch (UnknownHostException notALiteral) {
            throw new IllegalArgumentException("not an address literal", notALiteral);
        }
    }
}
