package fr.predice.visio.signin.cps;

import fr.predice.visio.stack.Ran;
import java.awt.image.BufferedImage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/** A screen that nobody looks at, and its keyboard: for the windows of a browser that no page can reach. */
final class Screen implements AutoCloseable {
    static final List<String> PROGRAMS = List.of("Xvfb", "xdotool");
    static final int WIDTH = 1366;
    static final int HEIGHT = 768;

    /** Of a picture as xwd(1) keeps it: where its header tells its own size, the size of a line, and its colours. */
    private static final int HEADER_SIZE = 0;

    private static final int LINE_SIZE = 12 * Integer.BYTES;
    private static final int COLOURS = 19 * Integer.BYTES;
    private static final int COLOUR_SIZE = 12;

    private final Process server;
    private final String display;
    private final Path picture;

    private Screen(Process server, String display, Path picture) {
        this.server = server;
        this.display = display;
        this.picture = picture;
    }

    /** @param directory empty, for the picture that it shows */
    static Screen start(Path directory) {
        try {
            Files.createDirectories(directory);
            var server = new ProcessBuilder(
                            "Xvfb",
                            "-displayfd",
                            "1",
                            "-screen",
                            "0",
                            WIDTH + "x" + HEIGHT + "x24",
                            "-nolisten",
                            "tcp",
                            "-fbdir",
                            directory.toString())
                    .redirectError(directory.resolve("log").toFile())
                    .start();
            var said = new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8));
            var number = said.readLine();
            if (number == null) {
                throw new IllegalStateException(Files.readString(directory.resolve("log")));
            }
            return new Screen(server, ":" + number, directory.resolve("Xvfb_screen0"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** As {@code DISPLAY} names it. */
    String display() {
        return display;
    }

    /** Those that are open now, by their number. */
    List<String> windows(String title) {
        return xdotool("search", "--onlyvisible", "--name", "^" + title + "$")
                .said()
                .lines()
                .toList();
    }

    boolean hasTheKeyboard(String window) {
        return xdotool("getwindowfocus").said().strip().equals(window);
    }

    void type(String text) {
        xdotool("type", "--delay", "40", text).succeeds();
    }

    /** @param key as X names it, e.g. {@code Return} */
    void press(String key) {
        xdotool("key", key).succeeds();
    }

    private Ran xdotool(String... what) {
        var command = new ProcessBuilder(
                Stream.concat(Stream.of("xdotool"), Arrays.stream(what)).toList());
        command.environment().put("DISPLAY", display);
        return Ran.of(command);
    }

    /** What it shows now. */
    BufferedImage picture() {
        try {
            var bytes = ByteBuffer.wrap(Files.readAllBytes(picture));
            var start = bytes.getInt(HEADER_SIZE) + bytes.getInt(COLOURS) * COLOUR_SIZE;
            var line = bytes.getInt(LINE_SIZE);
            var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
            bytes.order(ByteOrder.LITTLE_ENDIAN);
            for (var y = 0; y < HEIGHT; y++) {
                for (var x = 0; x < WIDTH; x++) {
                    image.setRGB(x, y, bytes.getInt(start + y * line + x * Integer.BYTES));
                }
            }
            return image;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    void keepPicture(Path file) {
        try {
            Files.createDirectories(file.getParent());
            ImageIO.write(picture(), "png", file.toFile());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        server.destroy();
        server.onExit().join();
    }
}
