package fr.predice.visio.platform.limit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientAddressTest {
    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.7",
        "::ffff:192.0.2.7, 192.0.2.7",
        "2001:db8:1:2:3:4:5:6, 2001:db8:1:2:0:0:0:0/64",
        "2001:db8:1:2:ffff::1, 2001:db8:1:2:0:0:0:0/64",
        "192.0.2.7:51234, 192.0.2.7",
        "[2001:db8:1:2:ffff::1]:51234, 2001:db8:1:2:0:0:0:0/64",
        "[2001:db8:1:2:ffff::1], 2001:db8:1:2:0:0:0:0/64",
        "fe80::1%eth0, fe80:0:0:0:0:0:0:0/64",
        "[fe80::1%25eth0]:443, fe80:0:0:0:0:0:0:0/64"
    })
    void countsIpv4WholeAndIpv6BySubscriber(String literal, String counted) {
        assertThat(ClientAddress.normalized(literal)).isEqualTo(counted);
    }

    /** As one address for all, without a question to a name server, which "localhost" would have answered. */
    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "unknown",
                "localhost",
                "visio.example.org",
                "_hidden",
                "192.0.2",
                "192.0.2.256",
                "192.0.2.7.8",
                "3221225991",
                "0xC0000207",
                "192.0.2.7, 198.51.100.1",
                "192.0.2.7 ",
                "::ffff:192.0.2.999",
                "2001:db8::1::2",
                "[2001:db8::1",
                "1:2",
                "' OR 1=1 --"
            })
    void countsTogetherAllWhoseAddressWasNotToldInFigures(String told) {
        assertThat(ClientAddress.normalized(told)).isEqualTo(ClientAddress.UNKNOWN);
    }
}
