package fr.predice.visio.platform.config;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/** A range of network addresses (RFC 4632): the first {@code length} bits of an address are those of {@code base}. */
public record AddressRange(InetAddress base, int length) {
    /** An address in figures, whole and in range: anything else would be looked up as a name. */
    private static final Pattern FIGURES =
            Pattern.compile("(?:(?:25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])(?:\\.(?!$)|$)){4}|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    /** Reads "10.20.0.0/16" or a single address; nothing if it is neither. */
    static Optional<AddressRange> read(String text) {
        var parts = text.split("/", 2);
        return literal(parts[0]).flatMap(base -> {
            var bits = base.getAddress().length * Byte.SIZE;
            var length = parts.length == 1 ? Integer.toString(bits) : parts[1];
            return length.matches("[0-9]{1,3}") && Integer.parseInt(length) <= bits
                    ? Optional.of(new AddressRange(base, Integer.parseInt(length)))
                    : Optional.empty();
        });
    }

    /** @param address in figures, as the server knows the client */
    public boolean holds(String address) {
        return literal(address).map(InetAddress::getAddress).filter(this::holds).isPresent();
    }

    private boolean holds(byte[] address) {
        var own = base.getAddress();
        if (address.length != own.length) {
            return false;
        }
        for (var bit = 0; bit < length; bit++) {
            var mask = 1 << Byte.SIZE - 1 - bit % Byte.SIZE;
            if ((address[bit / Byte.SIZE] & mask) != (own[bit / Byte.SIZE] & mask)) {
                return false;
            }
        }
        return true;
    }

    /** An address in figures; nothing if it is none. Asks no name server. */
    public static Optional<InetAddress> literal(String text) {
        try {
            return FIGURES.matcher(text).matches() ? Optional.of(InetAddress.getByName(text)) : Optional.empty();
        } catch (UnknownHostException none) {
            return Optional.empty();
        }
    }
}
