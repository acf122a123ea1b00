package fr.predice.visio.platform.config;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRangeTest {
    @ParameterizedTest
    @CsvSource({
        "10.20.0.0/16, 10.20.255.1, true",
        "10.20.0.0/16, 10.21.0.1, false",
        "10.20.0.128/25, 10.20.0.129, true",
        "10.20.0.128/25, 10.20.0.127, false",
        "192.0.2.7, 192.0.2.7, true",
        "192.0.2.7, 192.0.2.8, false",
        "0.0.0.0/0, 192.0.2.8, true",
        "2001:db8::/32, 2001:db8:1::1, true",
        "2001:db8::/32, 2001:db9::1, false",
        "0.0.0.0/0, 2001:db8::1, false",
        "10.0.0.0/8, example.org, false",
        "10.0.0.0/8, 10.20.0.1:51234, false",
        "10.0.0.0/8, 10.20, false",
        "127.0.0.0/8, localhost, false",
        "0.0.0.0/0, 256.0.0.1, false"
    })
    void holdsTheAddressesThatBeginAlike(String range, String address, boolean held) {
        assertThat(AddressRange.read(range))
                .hasValueSatisfying(read -> assertThat(read.holds(address)).isEqualTo(held));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "example.org", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/", "10.0.0.0/8/8", "::1/129"})
    void refusesWhatIsNoRange(String text) {
        assertThat(AddressRange.read(text)).isEmpty();
    }
}
