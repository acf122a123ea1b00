package fr.predice.visio.watch;

import fr.predice.visio.platform.config.Settings;
import fr.predice.visio.platform.watch.Check;
import fr.predice.visio.platform.watch.Finding;
import fr.predice.visio.platform.watch.Tolerances;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * How long the certificate that people meet at the public address is still good for, whether this server or a proxy
 * shows it. It is only told: another node has the same.
 */
@ApplicationScoped
public class CertificateCheck implements Check {
    private static final long BAD_DAYS = 7;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    @Override
    public String name() {
        return "certificate";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public Finding look() throws GeneralSecurityException {
        var address = settings.publicAddress();
        if (!"https".equals(address.getScheme())) {
            return Finding.off();
        }
        try {
            var port = address.getPort() < 0 ? 443 : address.getPort();
            return found(
                    ShownCertificate.at(address.getHost(), port).getNotAfter().toInstant(), clock.instant());
        } catch (IOException unreachable) {
            return Finding.unknown("unreachable");
        }
    }

    static Finding found(Instant end, Instant now) {
        var days = Duration.between(now, end).toDays();
        var finding = Finding.fine();
        if (!end.isAfter(now)) {
            finding = Finding.bad("over");
        } else if (days < BAD_DAYS) {
            finding = Finding.bad("soon");
        } else if (days < Tolerances.CERTIFICATE.toDays()) {
            finding = Finding.care("soon");
        }
        return finding.with("days", days);
    }
}
