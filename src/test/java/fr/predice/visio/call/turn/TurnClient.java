package fr.predice.visio.call.turn;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import javax.net.ssl.SSLSocketFactory;

/**
 * Asks a TURN server what a browser would not: each answer is the error's code, or 0 if it was granted (RFC 8656). Its
 * messages are those of our probe, judged by coturn at the other end.
 */
final class TurnClient implements AutoCloseable {
    static final int UDP = 17;
    static final int TCP = 6;

    private static final int SEND = 0x0016;
    private static final int DATA = 0x0017;
    private static final int CREATE_PERMISSION = 0x0008;
    private static final int CHANNEL_BIND = 0x0009;
    private static final int CHANNEL_NUMBER = 0x000C;
    private static final int XOR_PEER_ADDRESS = 0x0012;
    private static final int PAYLOAD = 0x0013;
    private static final int XOR_RELAYED_ADDRESS = 0x0016;
    private static final int ADDRESS_FAMILY = 0x0017;
    private static final int FIRST_CHANNEL = 0x4000;
    private static final int STALE_NONCE = 438;

    private final TurnLink link;
    private final TurnCredentials credentials;
    private byte[] realm;
    private byte[] nonce;
    private int channels;
    private Peer relayed;

    TurnClient(String url, TurnCredentials credentials) throws IOException {
        this(url, credentials, (SSLSocketFactory) SSLSocketFactory.getDefault());
    }

    TurnClient(String url, TurnCredentials credentials, SSLSocketFactory tls) throws IOException {
        this.credentials = credentials;
        this.link = TurnLink.open(TurnAddress.of(url), tls, new TimeLeft(Duration.ofMinutes(5)));
        var challenge = challenge();
        this.realm = challenge.value(StunMessage.REALM).orElseThrow();
        this.nonce = challenge.value(StunMessage.NONCE).orElseThrow();
    }

    /** Good for an hour. */
    static TurnCredentials credentials(String secret, String holder) {
        return credentials(secret, holder, Instant.now().plusSeconds(3600));
    }

    static TurnCredentials credentials(String secret, String holder, Instant expiry) {
        var user = expiry.getEpochSecond() + ":" + holder;
        return new TurnCredentials(user, IceServers.credential(secret, user));
    }

    /** What it answers to a request without credentials. */
    StunMessage challenge() throws IOException {
        var question = StunMessage.of(StunMessage.ALLOCATE).with(StunMessage.REQUESTED_TRANSPORT, UDP << 24);
        return exchange(question, question.unsigned());
    }

    int allocate() throws IOException {
        return allocate(UDP);
    }

    int allocate(int protocol) throws IOException {
        return allocated(StunMessage.of(StunMessage.ALLOCATE).with(StunMessage.REQUESTED_TRANSPORT, protocol << 24));
    }

    /** @param family 1 for IPv4, 2 for IPv6 */
    int allocateFamily(int family) throws IOException {
        return allocated(StunMessage.of(StunMessage.ALLOCATE)
                .with(StunMessage.REQUESTED_TRANSPORT, UDP << 24)
                .with(ADDRESS_FAMILY, family << 24));
    }

    private int allocated(StunMessage question) throws IOException {
        var answer = signed(question);
        answer.value(XOR_RELAYED_ADDRESS).ifPresent(value -> relayed = Peer.of(value, answer.transaction()));
        return answer.errorCode();
    }

    /** Where the relay listens for the other side. */
    Peer relayed() {
        return relayed;
    }

    int permit(Peer peer) throws IOException {
        var question = StunMessage.of(CREATE_PERMISSION);
        return signed(question.with(XOR_PEER_ADDRESS, peer.mixed(question.transaction())))
                .errorCode();
    }

    int bind(Peer peer) throws IOException {
        var question = StunMessage.of(CHANNEL_BIND).with(CHANNEL_NUMBER, FIRST_CHANNEL + channels++ << 16);
        return signed(question.with(XOR_PEER_ADDRESS, peer.mixed(question.transaction())))
                .errorCode();
    }

    void send(Peer peer, String text) throws IOException {
        var sent = StunMessage.of(SEND);
        link.send(sent.with(XOR_PEER_ADDRESS, peer.mixed(sent.transaction()))
                .with(PAYLOAD, text.getBytes(StandardCharsets.UTF_8))
                .unsigned());
    }

    /** As browsers send, without a message around it (RFC 8656 §12). @param payload a multiple of four bytes */
    void sendOnFirstChannel(byte[] payload) throws IOException {
        link.send(ByteBuffer.allocate(4 + payload.length)
                .putShort((short) FIRST_CHANNEL)
                .putShort((short) payload.length)
                .put(payload)
                .array());
    }

    /** Takes whatever comes, unread, until the way closes. */
    void drain() {
        try {
            while (true) {
                link.receive();
            }
        } catch (IOException closed) {
            // Then nothing more comes.
        }
    }

    /** What came for us within half a second. */
    Optional<String> receive() throws IOException {
        return link.receive()
                .flatMap(StunMessage::read)
                .filter(message -> message.type() == DATA)
                .flatMap(message -> message.value(PAYLOAD))
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    private StunMessage signed(StunMessage question) throws IOException {
        question.with(StunMessage.USERNAME, credentials.user().getBytes(StandardCharsets.UTF_8))
                .with(StunMessage.REALM, realm)
                .with(StunMessage.NONCE, nonce);
        return exchange(question, question.signed(credentials.key(new String(realm, StandardCharsets.UTF_8))));
    }

    private StunMessage exchange(StunMessage question, byte[] bytes) throws IOException {
        link.send(bytes);
        while (true) {
            var received = link.receive();
            if (received.isEmpty()) {
                link.send(bytes);
            }
            var answer = received.flatMap(StunMessage::read).filter(read -> read.answers(question));
            if (answer.isPresent()) {
                return answer.get();
            }
        }
    }

    /** Gives the relay back, so that whoever comes next from the same port finds none. */
    @Override
    public void close() throws IOException {
        if (relayed != null) {
            signed(StunMessage.of(StunMessage.REFRESH).with(StunMessage.LIFETIME, 0));
        }
        leave();
    }

    /** Without a word: the relay stays for a while. */
    void leave() throws IOException {
        link.close();
    }

    /** An address and a port, the address in the 4 or 16 bytes that are sent: Java's own would turn some into IPv4. */
    record Peer(byte[] address, int port) {
        private static final int COOKIE_HALF = StunMessage.COOKIE >>> 16;

        /** In figures: IPv6 with "::" or not, its last four bytes maybe as IPv4. */
        static Peer of(String text, int port) {
            return new Peer(text.contains(":") ? six(text) : four(text), port);
        }

        static Peer of(byte[] mixed, byte[] transaction) {
            var buffer = ByteBuffer.wrap(mixed);
            var port = (buffer.getShort(2) & 0xFFFF) ^ COOKIE_HALF;
            return new Peer(mix(Arrays.copyOfRange(mixed, 4, mixed.length), transaction), port);
        }

        /** RFC 8489 §14.2. */
        byte[] mixed(byte[] transaction) {
            return ByteBuffer.allocate(4 + address.length)
                    .putShort((short) (address.length == 4 ? 1 : 2))
                    .putShort((short) (port ^ COOKIE_HALF))
                    .put(mix(address, transaction))
                    .array();
        }

        String text() {
            return (address[0] & 0xFF) + "." + (address[1] & 0xFF) + "." + (address[2] & 0xFF) + "."
                    + (address[3] & 0xFF);
        }

        private static byte[] mix(byte[] address, byte[] transaction) {
            var mask = ByteBuffer.allocate(16)
                    .putInt(StunMessage.COOKIE)
                    .put(transaction)
                    .array();
            var mixed = new byte[address.length];
            for (var place = 0; place < address.length; place++) {
                mixed[place] = (byte) (address[place] ^ mask[place]);
            }
            return mixed;
        }

        private static byte[] four(String text) {
            var bytes = ByteBuffer.allocate(4);
            for (var part : text.split("\\.")) {
                bytes.put((byte) Integer.parseInt(part));
            }
            return bytes.array();
        }

        private static byte[] six(String text) {
            var halves = text.split("::", -1);
            var start = groups(halves[0]);
            var end = halves.length == 1 ? new byte[0] : groups(halves[1]);
            return ByteBuffer.allocate(16)
                    .put(start)
                    .position(16 - end.length)
                    .put(end)
                    .array();
        }

        private static byte[] groups(String text) {
            var bytes = ByteBuffer.allocate(16);
            for (var group : text.split(":")) {
                if (group.contains(".")) {
                    bytes.put(four(group));
                } else if (!group.isEmpty()) {
                    bytes.putShort((short) Integer.parseInt(group, 16));
                }
            }
            return Arrays.copyOf(bytes.array(), bytes.position());
        }
    }
}
