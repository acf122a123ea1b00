package fr.predice.visio.watch;

import static org.assertj.core.api.Assertions.assertThat;

import fr.predice.visio.audit.AuditAction;
import fr.predice.visio.audit.Recorded;
import fr.predice.visio.call.outcome.CallOutcome;
import fr.predice.visio.messaging.Attempt;
import fr.predice.visio.messaging.Channel;
import fr.predice.visio.messaging.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NodeFiguresTest {
    private static final Pattern NAME = Pattern.compile("\\b(?:visio|jvm|process|system)_[a-z_]+");

    /** Those that need the server: WatchedServerIT looks for them there. */
    private static final Set<String> OF_THE_SERVER = Set.of(
            "visio_rooms",
            "visio_calls_current",
            "visio_sockets",
            "visio_passwords_waiting",
            "visio_check",
            "visio_check_figure");

    private final NodeFigures figures = new NodeFigures();

    @BeforeEach
    void open() {
        figures.open();
    }

    @Test
    void countsWhatHappens() {
        figures.onDeed(new Recorded(AuditAction.SIGNED_IN));
        figures.onAttempt(new Attempt(Channel.SMS, Outcome.Kind.UNKNOWN));
        figures.onOutcome(new CallOutcome(
                Optional.of(CallOutcome.Way.RELAYED), Optional.of(Duration.ofMillis(700)), Optional.empty()));
        figures.onOutcome(CallOutcome.failed(CallOutcome.Cause.REFUSED));
        figures.onRequest("/connexion", "GET", 200, Duration.ofMillis(30));

        assertThat(scraped())
                .contains("visio_deeds_total{deed=\"signed_in\"} 1.0")
                .contains("visio_deeds_total{deed=\"code_refused\"} 0.0")
                .contains("visio_messages_total{channel=\"sms\",result=\"unknown\"} 1.0")
                .contains("visio_calls_total{how=\"relayed\",outcome=\"connected\"} 1.0")
                .contains("visio_calls_total{how=\"refused\",outcome=\"failed\"} 1.0")
                .contains("visio_first_picture_seconds_bucket{le=\"0.5\"} 0")
                .contains("visio_first_picture_seconds_bucket{le=\"1.0\"} 1")
                .contains("visio_requests_seconds_count{method=\"GET\",route=\"/connexion\",status=\"2xx\"} 1")
                .contains("jvm_memory_used_bytes{", "jvm_threads_live_threads", "visio_gc_seconds_total{");
    }

    @ParameterizedTest
    @ValueSource(strings = {"grafana-dashboard.json", "alertes.yml", "LISEZMOI.md"})
    void hasEachFigureThatOurFilesName(String file) throws Exception {
        figures.onRequest("/connexion", "GET", 200, Duration.ofMillis(30));
        var there = new TreeSet<>(OF_THE_SERVER);
        NAME.matcher(scraped()).results().forEach(name -> there.add(name.group()));

        var named = NAME.matcher(Files.readString(Path.of("src/release/watching", file)))
                .results()
                .map(name -> name.group())
                .toList();

        assertThat(named).hasSizeGreaterThan(4);
        assertThat(there).containsAll(named);
    }

    private String scraped() {
        return figures.registry().scrape();
    }
}
