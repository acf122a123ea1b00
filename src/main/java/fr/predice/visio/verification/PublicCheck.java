package fr.predice.visio.verification;

import static fr.predice.visio.verification.Finding.State.CARE;
import static fr.predice.visio.verification.Finding.State.NONE;
import static fr.predice.visio.verification.Finding.State.WELL;
import static fr.predice.visio.verification.Finding.State.WRONG;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;

/**
 * The public address as a browser meets it, through whatever stands before the service. The page asks the same from the
 * browser; this is for a console, which has none.
 */
public final class PublicCheck implements Check {
    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final Duration SLOW = Duration.ofMillis(500);
    private static final int TICKET_REFUSED = 4401;
    private static final long A_YEAR = 31_536_000;
    private static final Pattern AGE = Pattern.compile("max-age=(\\d{1,12})");

    private final URI address;
    private final Clock clock;
    private final HttpClient http;

    public PublicCheck(URI address, Clock clock) {
        this(address, clock, HttpClient.newBuilder());
    }

    PublicCheck(URI address, Clock clock, SSLContext trust) {
        this(address, clock, HttpClient.newBuilder().sslContext(trust));
    }

    private PublicCheck(URI address, Clock clock, HttpClient.Builder http) {
        this.address = address;
        this.clock = clock;
        this.http = http.connectTimeout(PATIENCE)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    @Override
    public String name() {
        return "public";
    }

    @Override
    public List<Finding> look() {
        var found = new ArrayList<Finding>();
        try {
            var asked = clock.instant();
            var headers = get("/prerequis").headers();
            var answered = clock.instant();
            found.add(SecurityHeaders.policies(headers));
            found.add(https() ? onlyHttps(headers) : Finding.seen("hsts", NONE, "http"));
            found.add(cookies(get("/connexion").headers()));
            found.add(clock(headers, asked, answered));
        } catch (ConnectException | HttpConnectTimeoutException unreachable) {
            // No fault by itself, see AddressCheck: nothing more can be judged from here.
            return List.of(Finding.seen("headers", CARE, "away"));
        } catch (IOException broken) {
            found.add(Finding.seen("headers", WRONG, "away"));
        }
        found.add(socket());
        return found;
    }

    private boolean https() {
        return "https".equals(address.getScheme());
    }

    private HttpResponse<Void> get(String path) throws IOException {
        try {
            return http.send(
                    HttpRequest.newBuilder(URI.create(address + path))
                            .timeout(PATIENCE)
                            .build(),
                    BodyHandlers.discarding());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IOException(stopping);
        }
    }

    private static Finding onlyHttps(HttpHeaders headers) {
        var values = headers.allValues("Strict-Transport-Security");
        if (values.isEmpty()) {
            return Finding.seen("hsts", WRONG, "missing");
        }
        var told = String.join(", ", values);
        var ages = AGE.matcher(told)
                .results()
                .map(age -> Long.parseLong(age.group(1)))
                .toList();
        return ages.size() == 1 && ages.get(0) >= A_YEAR
                ? Finding.seen("hsts", WELL, "well", told)
                : Finding.seen("hsts", CARE, "other", told);
    }

    /** Their names alone are told. */
    private Finding cookies(HttpHeaders headers) {
        var given = headers.allValues("Set-Cookie");
        if (given.isEmpty()) {
            return Finding.of("cookies", CARE, "none");
        }
        var open = given.stream()
                .filter(cookie -> lacks(cookie, "httponly") || https() && lacks(cookie, "secure"))
                .map(cookie -> cookie.split("=", 2)[0])
                .toList();
        return open.isEmpty()
                ? Finding.of("cookies", WELL, "well")
                : Finding.of("cookies", WRONG, "open", String.join(", ", open));
    }

    private static boolean lacks(String cookie, String attribute) {
        return !List.of(cookie.toLowerCase(Locale.ROOT).split(";\\s*")).contains(attribute);
    }

    /**
     * The header knows no parts of a second, and nobody when on the way it was written: what that explains is nothing.
     */
    private static Finding clock(HttpHeaders headers, Instant asked, Instant answered) {
        try {
            var told = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(
                    headers.firstValue("Date").orElse("")));
            var end = told.plusSeconds(1);
            var ahead = Duration.ZERO;
            if (asked.isAfter(end)) {
                ahead = Duration.between(end, asked);
            } else if (answered.isBefore(told)) {
                ahead = Duration.between(told, answered);
            }
            return Apart.of("publicClock", ahead);
        } catch (DateTimeException none) {
            return Finding.seen("headers", WRONG, "changed", "date");
        }
    }

    /** Whoever has no ticket is refused in our own words, with a code that no proxy makes up: so the upgrade passes. */
    private Finding socket() {
        return Refusal.of(http, address, PATIENCE)
                .map(PublicCheck::judge)
                .orElseGet(() -> Finding.seen("socket", WRONG, "blocked"));
    }

    private static Finding judge(Refusal.Met met) {
        var millis = met.time().toMillis();
        if (met.code() != TICKET_REFUSED) {
            return Finding.seen("socket", WRONG, "changed", millis, met.code());
        }
        return met.time().compareTo(SLOW) > 0
                ? Finding.seen("socket", CARE, "slow", millis)
                : Finding.seen("socket", WELL, "well", millis);
    }
}
