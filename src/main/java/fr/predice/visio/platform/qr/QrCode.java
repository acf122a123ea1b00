package fr.predice.visio.platform.qr;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;

/**
 * A text as a QR code (ISO/IEC 18004), correction level M, with the quiet zone of four modules that readers want.
 *
 * @param size modules on a side: the SVG's viewBox is {@code 0 0 size size}
 * @param path the dark modules as the {@code d} of an SVG path, one unit a module
 */
public record QrCode(int size, String path) {
    private static final int QUIET_ZONE = 4;

    /** @throws IllegalArgumentException if the text is longer than a code holds, some 2,300 characters */
    public static QrCode of(String text) {
        var hints = Map.of(EncodeHintType.MARGIN, QUIET_ZONE, EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M);
        try {
            // One pixel a module: the smallest that fits.
            var modules = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 1, 1, hints);
            return new QrCode(modules.getWidth(), path(modules));
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException("too long for a QR code", tooLong);
        }
    }

    private static String path(BitMatrix modules) {
        var path = new StringBuilder();
        for (var y = 0; y < modules.getHeight(); y++) {
            for (var x = 0; x < modules.getWidth(); x++) {
                var start = x;
                while (x < modules.getWidth() && modules.get(x, y)) {
                    x++;
                }
                if (x > start) {
                    path.append(String.format("M%d %dh%dv1h-%dz", start, y, x - start, x - start));
                }
            }
        }
        return path.toString();
    }
}
