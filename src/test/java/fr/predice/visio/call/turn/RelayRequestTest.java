package fr.predice.visio.call.turn;

import static org.assertj.core.api.Assertions.assertThat;

import fr.predice.visio.call.turn.TurnAnswer.Outcome;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What no coturn does on demand. */
class RelayRequestTest {
    private static final int SUCCESS = 0x0100;
    private static final int ERROR = 0x0110;
    private static final int UNAUTHENTICATED = 4 << 8 | 1;
    private static final TurnCredentials CREDENTIALS = new TurnCredentials("probe", "password");

    @Test
    void callsARelayGoodThatIsGoneBeforeItCanBeGivenBack() throws Exception {
        var relay = new Relay();

        var result = new RelayRequest(relay, CREDENTIALS).ask();

        assertThat(relay.wasAskedToTakeItBack).isTrue();
        assertThat(result.outcome()).isEqualTo(Outcome.RELAYS);
        assertThat(result.detail()).isEmpty();
    }

    /** Gives a relay to who knows the password, then hangs up. */
    private static final class Relay implements TurnLink {
        private byte[] question;
        private boolean wasAskedToTakeItBack;

        @Override
        public void send(byte[] message) {
            question = message;
        }

        @Override
        public Optional<byte[]> receive() throws IOException {
            var asked = StunMessage.read(question).orElseThrow();
            if (asked.type() == StunMessage.REFRESH) {
                wasAskedToTakeItBack = true;
                throw new EOFException();
            }
            return Optional.of(
                    asked.value(StunMessage.USERNAME).isEmpty()
                            ? answer(ERROR)
                                    .with(StunMessage.ERROR_CODE, UNAUTHENTICATED)
                                    .with(StunMessage.REALM, "realm".getBytes())
                                    .with(StunMessage.NONCE, "nonce".getBytes())
                                    .unsigned()
                            : answer(SUCCESS).signed(CREDENTIALS.key("realm")));
        }

        /** The question's own header, of another class and without attributes. */
        private StunMessage answer(int kind) {
            var header = Arrays.copyOf(question, StunMessage.HEADER);
            ByteBuffer.wrap(header)
                    .putShort((short) (StunMessage.ALLOCATE | kind))
                    .putShort((short) 0);
            return StunMessage.read(header).orElseThrow();
        }

        @Override
        public void close() {}
    }
}
