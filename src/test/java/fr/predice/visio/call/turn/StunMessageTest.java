package fr.predice.visio.call.turn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StunMessageTest {
    /** RFC 5769 §2.4: a request with long-term authentication. */
    private static final byte[] SAMPLE = HexFormat.of()
            .parseHex("000100602112a44278ad3433c6ad72c029da412e"
                    + "00060012e3839ee38388e383aae38383e382afe382b90000"
                    + "0015001c662f2f3439396b39353464364f4c33346f4c39465354767936347341"
                    + "0014000b6578616d706c652e6f726700"
                    + "00080014f67024656dd64a3e02b8e0712e85c9a28ca89666");

    private static final byte[] KEY = new TurnCredentials("マトリックス", "TheMatrIX").key("example.org");

    @Test
    void knowsWhoSignedTheSampleOfTheStandard() {
        var sample = StunMessage.read(SAMPLE).orElseThrow();

        assertThat(sample.isSignedWith(KEY)).isTrue();
        assertThat(sample.isSignedWith(new TurnCredentials("マトリックス", "another").key("example.org")))
                .isFalse();
        assertThat(new String(sample.value(StunMessage.REALM).orElseThrow())).isEqualTo("example.org");
    }

    @Test
    void noticesAnyByteThatWasChanged() {
        for (var place = 0; place < SAMPLE.length; place++) {
            var changed = SAMPLE.clone();
            changed[place] ^= 1;

            assertThat(StunMessage.read(changed).filter(read -> read.isSignedWith(KEY)))
                    .as("byte " + place)
                    .isEmpty();
        }
    }

    @Test
    void signsWhatItReads() {
        var message = StunMessage.of(StunMessage.REFRESH).with(StunMessage.LIFETIME, 600);

        var read = StunMessage.read(message.signed(KEY)).orElseThrow();

        assertThat(read.isSignedWith(KEY)).isTrue();
        assertThat(StunMessage.read(message.unsigned()).orElseThrow().isSignedWith(KEY))
                .isFalse();
    }

    @Test
    void readsNothingFromWhatIsNoMessage() {
        var random = new Random(1);
        for (var time = 0; time < 10_000; time++) {
            var bytes = Arrays.copyOf(SAMPLE, random.nextInt(SAMPLE.length));
            assertThat(StunMessage.read(bytes)).isEmpty();
            var noise = SAMPLE.clone();
            noise[20 + random.nextInt(4)] = (byte) random.nextInt();
            noise[46 + random.nextInt(2)] = (byte) random.nextInt();
            StunMessage.read(noise).ifPresent(StunMessage::errorCode);
        }
    }
}
