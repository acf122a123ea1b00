package fr.predice.visio.platform.qr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class QrCodeTest {
    private static final String LINK = "https://visio.etablissement-exemple.fr/r#AbCdEfGhIjKlMnOpQrStUw";
    private static final Pattern BAR = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-(\\d+)z");
    private static final int SCALE = 8;

    @Test
    void isReadBackAsItWasWritten() throws Exception {
        var code = QrCode.of(LINK);

        var read = new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(drawn(code))));

        assertThat(read.getText()).isEqualTo(LINK);
    }

    @Test
    void leavesTheQuietZoneThatReadersWant() {
        var code = QrCode.of(LINK);

        BAR.matcher(code.path()).results().forEach(bar -> {
            assertThat(Integer.parseInt(bar.group(1))).isBetween(4, code.size() - 5);
            assertThat(Integer.parseInt(bar.group(2))).isBetween(4, code.size() - 5);
            assertThat(bar.group(3)).isEqualTo(bar.group(4));
        });
        assertThat(BAR.matcher(code.path()).replaceAll("")).isEmpty();
    }

    @Test
    void refusesWhatNoCodeHolds() {
        assertThatThrownBy(() -> QrCode.of("x".repeat(3000))).isInstanceOf(IllegalArgumentException.class);
    }

    /** As a browser draws the path, and a camera sees it. */
    private static RGBLuminanceSource drawn(QrCode code) {
        var side = code.size() * SCALE;
        var pixels = new int[side * side];
        Arrays.fill(pixels, 0xFFFFFF);
        BAR.matcher(code.path()).results().forEach(bar -> {
            var left = Integer.parseInt(bar.group(1)) * SCALE;
            var top = Integer.parseInt(bar.group(2)) * SCALE;
            var right = left + Integer.parseInt(bar.group(3)) * SCALE;
            for (var y = top; y < top + SCALE; y++) {
                Arrays.fill(pixels, y * side + left, y * side + right, 0);
            }
        });
        return new RGBLuminanceSource(side, side, pixels);
    }
}
