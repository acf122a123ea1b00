package fr.predice.visio.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.stream.Collectors;

/** The figures of a server, as Prometheus reads them. */
final class Figures {
    private Figures() {}

    /** By name and labels, e.g. {@code visio_deeds_total{deed="joined"}}. */
    static Map<String, Double> read(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split(" (?=[^ ]+$)"))
                .collect(Collectors.toMap(pair -> pair[0], pair -> Double.valueOf(pair[1])));
    }
}
