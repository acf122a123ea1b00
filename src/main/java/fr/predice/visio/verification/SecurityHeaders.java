package fr.predice.visio.verification;

import java.net.http.HttpHeaders;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** What our answers carry, as {@code assets/verification/answer.js} wants it; each header once. */
final class SecurityHeaders {
    private static final Map<String, Predicate<String>> WANTED = new TreeMap<>(Map.of(
            "content-security-policy",
            value -> value.contains("frame-ancestors 'none'") && value.contains("default-src"),
            "x-content-type-options",
            "nosniff"::equals,
            "referrer-policy",
            "same-origin"::equals,
            "cross-origin-opener-policy",
            "same-origin"::equals,
            "permissions-policy",
            value -> value.contains("camera=")));

    private SecurityHeaders() {}

    static Finding policies(HttpHeaders headers) {
        var wrong = WANTED.keySet().stream()
                .filter(name -> headers.allValues(name).size() != 1
                        || !WANTED.get(name).test(headers.allValues(name).get(0)))
                .toList();
        return wrong.isEmpty()
                ? Finding.seen("headers", Finding.State.WELL, "well", WANTED.size())
                : Finding.seen("headers", Finding.State.WRONG, "changed", String.join(", ", wrong));
    }
}
