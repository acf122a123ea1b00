package fr.predice.visio.watch;

import fr.predice.visio.platform.watch.Check;
import fr.predice.visio.platform.watch.Finding;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Room for logs and temporary files on this server. It is only told: the service itself keeps everything in the
 * database, whose disk is that server's to watch.
 */
@ApplicationScoped
public class DiskCheck implements Check {
    private static final long MEGABYTE = 1_000_000;
    private static final long CARE = 1_000;
    private static final long BAD = 100;

    @Override
    public String name() {
        return "disk";
    }

    /** Looks where WildFly writes; another server names no such directories, and has its own below the current one. */
    @Override
    public Finding look() throws IOException {
        var least = Long.MAX_VALUE;
        var places = Stream.of("jboss.server.log.dir", "jboss.server.data.dir", "java.io.tmpdir", "user.dir")
                .map(System::getProperty)
                .filter(Objects::nonNull)
                .toList();
        for (var place : places) {
            least = Math.min(least, Files.getFileStore(Path.of(place)).getUsableSpace());
        }
        return found(least / MEGABYTE);
    }

    static Finding found(long megabytes) {
        var finding = Finding.fine();
        if (megabytes < BAD) {
            finding = Finding.bad("full");
        } else if (megabytes < CARE) {
            finding = Finding.care("little");
        }
        return finding.with("freeMegabytes", megabytes);
    }
}
