package fr.predice.visio.signin.cps.trust;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** One value in DER (X.690), as far as an OCSP question needs it. */
record Der(int tag, byte[] content) {
    static final int OCTETS = 0x04;
    static final int OBJECT = 0x06;
    static final int SEQUENCE = 0x30;

    private static final int LONG = 0x80;
    private static final int BYTE = 0xff;

    /** The values that stand one after the other. @throws IllegalArgumentException where they are no DER */
    static List<Der> all(byte[] encoded) {
        var values = new ArrayList<Der>();
        var left = ByteBuffer.wrap(encoded);
        while (left.hasRemaining()) {
            if (left.remaining() < 2) {
                throw new IllegalArgumentException("cut off");
            }
            var tag = left.get() & BYTE;
            var length = left.get() & BYTE;
            if (length >= LONG) {
                var bytes = new byte[Math.min(length - LONG, left.remaining())];
                left.get(bytes);
                length = new BigInteger(1, bytes)
                        .min(BigInteger.valueOf(Integer.MAX_VALUE))
                        .intValue();
            }
            if (length > left.remaining()) {
                throw new IllegalArgumentException("cut off");
            }
            var content = new byte[length];
            left.get(content);
            values.add(new Der(tag, content));
        }
        return values;
    }

    List<Der> parts() {
        return all(content);
    }

    static byte[] encoded(int tag, byte[]... parts) {
        var content = new ByteArrayOutputStream();
        for (var part : parts) {
            content.writeBytes(part);
        }
        var value = new ByteArrayOutputStream();
        value.write(tag);
        if (content.size() < LONG) {
            value.write(content.size());
        } else {
            var length = BigInteger.valueOf(content.size()).toByteArray();
            var from = length[0] == 0 ? 1 : 0;
            value.write(LONG + length.length - from);
            value.write(length, from, length.length - from);
        }
        value.writeBytes(content.toByteArray());
        return value.toByteArray();
    }
}
