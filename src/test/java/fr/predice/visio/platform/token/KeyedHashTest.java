package fr.predice.visio.platform.token;

import static org.assertj.core.api.Assertions.assertThat;

import fr.predice.visio.platform.config.Settings;
import fr.predice.visio.support.Some;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class KeyedHashTest {
    private final KeyedHash before = under(1);
    private final KeyedHash meanwhile = under(2, 1);
    private final KeyedHash after = under(2);

    @Test
    void knowsWhatAFormerPepperMadeAsLongAsItIsGiven() {
        var hash = before.of("code", "challenge", "123456");

        assertThat(meanwhile.is(hash, "code", "challenge", "123456")).isTrue();
        assertThat(meanwhile.is(hash, "code", "challenge", "123457")).isFalse();
        assertThat(after.is(hash, "code", "challenge", "123456")).isFalse();
    }

    @Test
    void makesEverythingUnderThePepperOfNow() {
        assertThat(meanwhile.of("code", "1")).isEqualTo(after.of("code", "1")).isNotEqualTo(before.of("code", "1"));
        assertThat(meanwhile.each("code", "1")).containsExactly(after.of("code", "1"), before.of("code", "1"));
    }

    @Test
    void namesItsPepperWithoutTellingIt() {
        assertThat(meanwhile.pepperName()).matches("[0-9a-f]{8}").isEqualTo(after.pepperName());
        assertThat(meanwhile.knowsPepper(before.pepperName())).isTrue();
        assertThat(after.knowsPepper(before.pepperName())).isFalse();
    }

    @Test
    void keepsPartsApart() {
        assertThat(before.of("code", "a", "bc")).isNotEqualTo(before.of("code", "ab", "c"));
    }

    private static KeyedHash under(Integer... peppers) {
        var keys = Stream.of(peppers).map(KeyedHashTest::key).toList();
        return new KeyedHash(Some.settings(new Settings.Keys(keys, List.of(new byte[32]))));
    }

    private static byte[] key(int of) {
        var key = new byte[32];
        Arrays.fill(key, (byte) of);
        return key;
    }
}
