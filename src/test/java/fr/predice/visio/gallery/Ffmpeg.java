package fr.predice.visio.gallery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;

/** Debian's ffmpeg, which only the commands that make pictures and films need. */
final class Ffmpeg {
    private Ffmpeg() {}

    static void run(String... arguments) {
        var command = Stream.concat(Stream.of("ffmpeg", "-nostdin", "-y", "-loglevel", "error"), Stream.of(arguments))
                .toList();
        try {
            var process = new ProcessBuilder(command).inheritIO().start();
            if (process.waitFor() != 0) {
                throw new IllegalStateException("failed: " + String.join(" ", command));
            }
        } catch (IOException missing) {
            throw new UncheckedIOException("apt-get install ffmpeg", missing);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** Fewer colours make a small file of a page; people in a picture need all of them. */
    static void paint(String from, String to) {
        run("-i", from, "-vf", "split[a][b];[a]palettegen=max_colors=48[p];[b][p]paletteuse=dither=none", to);
    }

    /** H.264 that Safari 11, Chrome and Firefox play, its index first. */
    static void film(String list, String filter, String to) {
        var encoding =
                List.of("-c:v", "libx264", "-profile:v", "high", "-preset", "veryslow", "-crf", "25", "-g", "150");
        var options = Stream.of(
                        List.of(
                                "-f",
                                "concat",
                                "-safe",
                                "0",
                                "-i",
                                list,
                                "-vf",
                                filter + ",format=yuv420p",
                                "-r",
                                "10"),
                        encoding,
                        List.of("-an", "-movflags", "+faststart", to))
                .flatMap(List::stream);
        run(options.toArray(String[]::new));
    }
}
