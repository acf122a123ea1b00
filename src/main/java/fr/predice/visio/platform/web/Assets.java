package fr.predice.visio.platform.web;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.util.Set;
import java.util.TreeSet;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;

/** Our own static files, under an address that changes with their content, so that browsers may keep them for good. */
@Named
@ApplicationScoped
public class Assets {
    static final String ROOT = "/assets/";
    static final String VERSIONED = "/v/";
    private static final int VERSION_LENGTH = 10;

    @Inject
    private ServletContext context;

    private String version;

    @PostConstruct
    void read() {
        var digest = DigestUtils.getSha256Digest();
        digest(ROOT, digest);
        version = Hex.encodeHexString(digest.digest()).substring(0, VERSION_LENGTH);
    }

    private void digest(String folder, MessageDigest digest) {
        var paths = context.getResourcePaths(folder);
        for (var path : new TreeSet<>(paths == null ? Set.<String>of() : paths)) {
            if (path.endsWith("/")) {
                digest(path, digest);
                continue;
            }
            try (var content = context.getResourceAsStream(path)) {
                DigestUtils.updateDigest(digest, path);
                DigestUtils.updateDigest(digest, content);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }

    /** Goes before a file's path inside {@code assets}: {@code #{assets.base}/call/call.css}. */
    public String getBase() {
        return context.getContextPath() + VERSIONED + version;
    }

    String getVersion() {
        return version;
    }

    /** Whether a file that is the same for everybody is asked for. */
    public static boolean served(HttpServletRequest request) {
        var path = OwnPath.of(request);
        return path.startsWith(VERSIONED) || path.startsWith("/jakarta.faces.resource/");
    }
}
