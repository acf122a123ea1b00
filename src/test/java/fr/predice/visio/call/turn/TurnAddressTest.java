package fr.predice.visio.call.turn;

import static org.assertj.core.api.Assertions.assertThat;

import fr.predice.visio.call.turn.TurnAddress.Transport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TurnAddressTest {
    @ParameterizedTest
    @CsvSource({
        "turn:turn.example.org, UDP, turn.example.org, 3478",
        "turn:turn.example.org:3480?transport=udp, UDP, turn.example.org, 3480",
        "turn:192.0.2.7?transport=tcp, TCP, 192.0.2.7, 3478",
        "turns:turn.example.org, TLS, turn.example.org, 5349",
        "turns:turn.example.org:443?transport=tcp, TLS, turn.example.org, 443",
        "turn:[2001:db8::7]:3480?transport=udp, UDP, 2001:db8::7, 3480",
    })
    void readsWhatBrowsersRead(String uri, Transport transport, String host, int port) {
        assertThat(TurnAddress.of(uri)).isEqualTo(new TurnAddress(transport, host, port));
    }
}
