package fr.predice.visio.platform.cipher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.predice.visio.platform.config.Settings;
import fr.predice.visio.support.Some;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RowCipherTest {
    private final UUID row = UUID.randomUUID();
    private final RowCipher before = under(1);
    private final RowCipher meanwhile = under(2, 1);
    private final RowCipher after = under(2);

    @Test
    void opensWhatAFormerKeySealedAsLongAsItIsGiven() {
        var sealed = before.seal(row, "secret", "JBSWY3DP");

        assertThat(meanwhile.open(row, "secret", sealed)).isEqualTo("JBSWY3DP");
        assertThat(meanwhile.current(row, "secret", sealed)).isFalse();
        assertThatThrownBy(() -> after.open(row, "secret", sealed))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("VISIO_MESSAGE_KEY");
    }

    @Test
    void sealsUnderTheKeyOfNow() {
        var sealed = meanwhile.seal(row, "secret", "JBSWY3DP");

        assertThat(meanwhile.current(row, "secret", sealed)).isTrue();
        assertThat(after.open(row, "secret", sealed)).isEqualTo("JBSWY3DP");
    }

    @Test
    void opensNothingThatWasMovedOrChanged() {
        var sealed = before.seal(row, "secret", "JBSWY3DP");

        assertThatThrownBy(() -> meanwhile.open(UUID.randomUUID(), "secret", sealed))
                .isNotNull();
        assertThatThrownBy(() -> meanwhile.open(row, "content", sealed)).isNotNull();
        sealed[sealed.length - 1]++;
        assertThatThrownBy(() -> meanwhile.open(row, "secret", sealed)).isNotNull();
    }

    @Test
    void takesATextThatWasCutForNoneOfItsOwn() {
        for (var length : new int[] {0, 11, 12, 27}) {
            var cut = Arrays.copyOf(before.seal(row, "secret", "JBSWY3DP"), length);

            assertThat(before.current(row, "secret", cut)).isFalse();
            assertThatThrownBy(() -> before.open(row, "secret", cut))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageEndingWith("holds no secret");
        }
    }

    private static RowCipher under(Integer... keys) {
        var ring = Stream.of(keys).map(RowCipherTest::key).toList();
        return new RowCipher(Some.settings(new Settings.Keys(List.of(new byte[32]), ring)));
    }

    private static byte[] key(int of) {
        var key = new byte[32];
        Arrays.fill(key, (byte) of);
        return key;
    }
}
