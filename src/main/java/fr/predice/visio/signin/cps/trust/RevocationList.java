package fr.predice.visio.signin.cps.trust;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/**
 * One list of revoked cards, from a file or a web address that a setting names: the newest that an authority of ours
 * signed. A later copy that is older, or that nobody of ours signed, does not take its place.
 */
final class RevocationList {
    /** A list is made once a day or so; a card revoked since is refused that much sooner. */
    private static final Duration EVERY = Duration.ofHours(1);

    /** After a failure. */
    private static final Duration SOON = Duration.ofMinutes(1);

    private final URI place;
    private final Outside outside;

    private volatile X509CRL held;
    private volatile String problem = "";
    private Instant due = Instant.MIN;
    private FileTime written;

    RevocationList(URI place, Outside outside) {
        this.place = place;
        this.outside = outside;
    }

    URI place() {
        return place;
    }

    Optional<X509CRL> held() {
        return Optional.ofNullable(held);
    }

    /** Whether it was read, and is of this authority. */
    boolean isOf(X509Certificate issuer) {
        return held().filter(list -> list.getIssuerX500Principal().equals(issuer.getSubjectX500Principal()))
                .isPresent();
    }

    /** Why the last look brought no list; empty where it did. */
    String problem() {
        return problem;
    }

    /** Fetches the list where it is time to. @return whether it went otherwise than the last time */
    synchronized boolean refresh(Instant now, Collection<X509Certificate> authorities) {
        if (now.isBefore(due)) {
            return false;
        }
        var before = problem;
        try {
            fetch(authorities);
            problem = "";
            // A file is read only where it was written since, which costs nothing to know.
            due = isFile() ? now : now.plus(untilNext(now));
        } catch (IOException | GeneralSecurityException failure) {
            problem = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
            due = now.plus(SOON);
        }
        return !problem.equals(before);
    }

    /** An hour, or half of what is left until the next list is due, so that it never comes too late. */
    private Duration untilNext(Instant now) {
        var half = Duration.between(now, held.getNextUpdate().toInstant()).dividedBy(2);
        var pause = half.compareTo(EVERY) < 0 ? half : EVERY;
        return pause.compareTo(SOON) < 0 ? SOON : pause;
    }

    private boolean isFile() {
        return "file".equals(place.getScheme());
    }

    private void fetch(Collection<X509Certificate> authorities) throws IOException, GeneralSecurityException {
        if (!isFile()) {
            take(outside.get(place), authorities);
            return;
        }
        var file = Path.of(place);
        if (!Files.isReadable(file)) {
            throw new IOException("cannot be read");
        }
        var last = Files.getLastModifiedTime(file);
        if (!last.equals(written) || !problem.isEmpty()) {
            take(Files.readAllBytes(file), authorities);
            written = last;
        }
    }

    private void take(byte[] content, Collection<X509Certificate> authorities) throws GeneralSecurityException {
        var list = (X509CRL) CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(content));
        if (authorities.stream().noneMatch(authority -> signed(list, authority))) {
            throw new GeneralSecurityException("not signed by an authority of the truststore");
        }
        if (list.getNextUpdate() == null) {
            throw new GeneralSecurityException("does not say when the next one is due");
        }
        if (held != null && list.getThisUpdate().before(held.getThisUpdate())) {
            throw new GeneralSecurityException("older than the one that was read before");
        }
        held = list;
    }

    private static boolean signed(X509CRL list, X509Certificate authority) {
        if (!list.getIssuerX500Principal().equals(authority.getSubjectX500Principal())) {
            return false;
        }
        try {
            list.verify(authority.getPublicKey());
            return true;
        } catch (GeneralSecurityException otherKey) {
            return false;
        }
    }
}
