package fr.predice.visio.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * The provisioned server, copied aside so that building or cleaning beside it does no harm. Copied again only when it
 * changed.
 */
final class ServerCopy {
    private ServerCopy() {}

    static Path of(Site site) {
        var copy = site.home().resolve("server");
        var note = copy.resolve("copied-from");
        try {
            var made = Files.getLastModifiedTime(
                            site.provisionedServer().resolve("standalone/configuration/standalone.xml"))
                    .toString();
            if (!Files.exists(note) || !Files.readString(note).equals(made)) {
                deleteTree(copy);
                copyServer(site.provisionedServer(), copy);
                Files.writeString(note, made);
            }
            deploy(site.war(), copy.resolve("standalone/deployments"));
            return copy;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Only our WAR, freshly built; the scanner's marks of an earlier run go. */
    private static void deploy(Path war, Path deployments) throws IOException {
        try (var old = Files.newDirectoryStream(deployments, "*.war*")) {
            for (var file : old) {
                Files.delete(file);
            }
        }
        Files.copy(war, deployments.resolve(war.getFileName()));
    }

    /** Its libraries, which nobody writes to, are there once for all copies where the disk can do that. */
    private static void copyServer(Path from, Path to) throws IOException {
        copyTree(from, to, (file, copy) -> {
            if (file.toString().endsWith(".jar")) {
                try {
                    Files.createLink(copy, file);
                    return;
                } catch (FileSystemException | UnsupportedOperationException another) {
                    // Another disk, or one without such links: it is copied.
                }
            }
            Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
        });
    }

    static void copyTree(Path from, Path to) throws IOException {
        copyTree(from, to, (file, copy) -> Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES));
    }

    private interface Copying {
        void copy(Path file, Path to) throws IOException;
    }

    private static void copyTree(Path from, Path to, Copying copying) throws IOException {
        try (var files = Files.walk(from)) {
            for (var file : (Iterable<Path>) files::iterator) {
                copying.copy(file, to.resolve(from.relativize(file)));
            }
        }
    }

    static void deleteTree(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, IOException failure) throws IOException {
                Files.delete(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
