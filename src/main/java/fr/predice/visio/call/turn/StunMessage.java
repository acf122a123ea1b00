package fr.predice.visio.call.turn;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;

/**
 * A STUN message as TURN uses it: a type, a transaction and attributes (RFC 8489 §5, §14). Signed with a long-term key,
 * by HMAC-SHA1, it tells that its sender knows the password.
 */
final class StunMessage {
    static final int ALLOCATE = 0x0003;
    static final int REFRESH = 0x0004;

    static final int ERROR_CODE = 0x0009;
    static final int USERNAME = 0x0006;
    static final int LIFETIME = 0x000D;
    static final int REALM = 0x0014;
    static final int NONCE = 0x0015;
    static final int REQUESTED_TRANSPORT = 0x0019;

    static final int HEADER = 20;
    static final int COOKIE = 0x2112A442;

    private static final int MESSAGE_INTEGRITY = 0x0008;
    private static final int SUCCESS = 0x0100;
    private static final int CLASS = 0x0110;
    private static final int TRANSACTION = 12;
    private static final int ATTRIBUTE_HEADER = 4;
    private static final int SIGNATURE = 20;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final int type;
    private final byte[] transaction;
    private final List<Attribute> attributes = new ArrayList<>();
    /** What a received message was read from. */
    private byte[] received = new byte[0];

    private record Attribute(int type, byte[] value, int offset) {}

    private StunMessage(int type, byte[] transaction) {
        this.type = type;
        this.transaction = transaction;
    }

    /** @param type the method alone for a request; a method and a class otherwise */
    static StunMessage of(int type) {
        var transaction = new byte[TRANSACTION];
        RANDOM.nextBytes(transaction);
        return new StunMessage(type, transaction);
    }

    /** Reads one whole message; nothing if it is not one. */
    static Optional<StunMessage> read(byte[] bytes) {
        var buffer = ByteBuffer.wrap(bytes);
        if (bytes.length < HEADER || length(bytes) != bytes.length - HEADER || buffer.getInt(4) != COOKIE) {
            return Optional.empty();
        }
        var message =
                new StunMessage(buffer.getShort() & 0xFFFF, Arrays.copyOfRange(bytes, HEADER - TRANSACTION, HEADER));
        message.received = bytes;
        buffer.position(HEADER);
        while (buffer.remaining() >= ATTRIBUTE_HEADER) {
            var offset = buffer.position();
            var attribute = buffer.getShort() & 0xFFFF;
            var length = buffer.getShort() & 0xFFFF;
            if (padded(length) > buffer.remaining()) {
                return Optional.empty();
            }
            var start = buffer.position();
            message.attributes.add(new Attribute(attribute, Arrays.copyOfRange(bytes, start, start + length), offset));
            buffer.position(start + padded(length));
        }
        return Optional.of(message);
    }

    /** How many bytes follow the header that these bytes start with. */
    static int length(byte[] header) {
        return ByteBuffer.wrap(header).getShort(2) & 0xFFFF;
    }

    StunMessage with(int attribute, byte[] value) {
        attributes.add(new Attribute(attribute, value, -1));
        return this;
    }

    StunMessage with(int attribute, int value) {
        return with(attribute, ByteBuffer.allocate(Integer.BYTES).putInt(value).array());
    }

    byte[] unsigned() {
        return bytes(0);
    }

    byte[] signed(byte[] key) {
        var signed = bytes(ATTRIBUTE_HEADER + SIGNATURE);
        var end = signed.length - ATTRIBUTE_HEADER - SIGNATURE;
        ByteBuffer.wrap(signed, end, signed.length - end)
                .putShort((short) MESSAGE_INTEGRITY)
                .putShort((short) SIGNATURE)
                .put(signature(Arrays.copyOf(signed, end), key));
        return signed;
    }

    /** The message's bytes and room for more, which its length counts. */
    private byte[] bytes(int room) {
        var body = new ByteArrayOutputStream();
        for (var attribute : attributes) {
            var value = Arrays.copyOf(attribute.value(), padded(attribute.value().length));
            var header = ByteBuffer.allocate(ATTRIBUTE_HEADER)
                    .putShort((short) attribute.type())
                    .putShort((short) attribute.value().length);
            body.writeBytes(header.array());
            body.writeBytes(value);
        }
        return ByteBuffer.allocate(HEADER + body.size() + room)
                .putShort((short) type)
                .putShort((short) (body.size() + room))
                .putInt(COOKIE)
                .put(transaction)
                .put(body.toByteArray())
                .array();
    }

    /** True of a received message that whoever knows the key sent. The signature counts what is before it (§14.5). */
    boolean isSignedWith(byte[] key) {
        var signature = find(MESSAGE_INTEGRITY);
        if (signature.isEmpty()) {
            return false;
        }
        var before = Arrays.copyOf(received, signature.get().offset());
        ByteBuffer.wrap(before).putShort(2, (short) (before.length - HEADER + ATTRIBUTE_HEADER + SIGNATURE));
        return MessageDigest.isEqual(signature.get().value(), signature(before, key));
    }

    boolean answers(StunMessage question) {
        return Arrays.equals(transaction, question.transaction)
                && (type & ~CLASS) == (question.type & ~CLASS)
                && type != question.type;
    }

    boolean isSuccess() {
        return (type & CLASS) == SUCCESS;
    }

    int type() {
        return type;
    }

    /** For addresses, which are mixed with it (§14.2). */
    byte[] transaction() {
        return transaction;
    }

    /** 300 to 699 (§14.8); 0 without. */
    int errorCode() {
        return value(ERROR_CODE)
                .filter(value -> value.length >= ATTRIBUTE_HEADER)
                .map(value -> (value[2] & 7) * 100 + value[3])
                .orElse(0);
    }

    Optional<byte[]> value(int attribute) {
        return find(attribute).map(Attribute::value);
    }

    private Optional<Attribute> find(int type) {
        return attributes.stream().filter(attribute -> attribute.type() == type).findFirst();
    }

    private static byte[] signature(byte[] bytes, byte[] key) {
        return new HmacUtils(HmacAlgorithms.HMAC_SHA_1, key).hmac(bytes);
    }

    private static int padded(int length) {
        return length + 3 & ~3;
    }
}
