package fr.predice.visio.verification;

import static org.assertj.core.api.Assertions.assertThat;

import fr.predice.visio.call.turn.TurnAnswer;
import fr.predice.visio.messaging.sms.ovh.SmsAccount;
import fr.predice.visio.platform.config.Messaging;
import fr.predice.visio.platform.web.Texts;
import fr.predice.visio.verification.Finding.State;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each finding has its words in both languages, and its state. */
class FindingTest {
    private static final Pattern NAMED =
            Pattern.compile("(?:Finding\\.of|without|certificate|valid)\\(\\s*\"(\\w+)\",\\s*(\\w+),\\s*\"(\\w+)\"");

    private static final Pattern SEEN =
            Pattern.compile("Finding\\.seen\\(\\s*\"(\\w+)\",\\s*(?:Finding\\.State\\.)?(\\w+),\\s*\"(\\w+)\"");

    @Test
    void hasWordsForAllThatIsNamed() throws IOException {
        var named = 0;
        var seen = 0;
        try (var sources = Files.list(Path.of("src/main/java/fr/predice/visio/verification"))) {
            for (var source : sources.filter(Files::isRegularFile).toList()) {
                named += named(NAMED, "", Files.readString(source));
                seen += named(SEEN, "here.", Files.readString(source));
            }
        }
        assertThat(named).isGreaterThan(12);
        assertThat(seen).isGreaterThan(9);
    }

    private static int named(Pattern pattern, String prefix, String source) {
        var finding = pattern.matcher(source);
        var named = 0;
        while (finding.find()) {
            named++;
            var state = State.valueOf(finding.group(2));
            says(new Finding(prefix + finding.group(1), "", state, finding.group(3), List.of("1", "2", "3")));
        }
        return named;
    }

    @Test
    void tellsClocksThatDriftFromThoseThatBreakCodes() {
        for (var subject : List.of("databaseClock", "publicClock")) {
            assertThat(Stream.of(1999, -2000, 29_999, -30_000)
                            .map(apart -> Apart.of(subject, Duration.ofMillis(apart)))
                            .peek(FindingTest::says)
                            .map(Finding::state))
                    .containsExactly(State.WELL, State.CARE, State.CARE, State.WRONG);
        }
    }

    @Test
    void hasWordsForEachAnswerOfARelay() {
        var answers = Arrays.stream(TurnAnswer.Outcome.values())
                .map(outcome -> new TurnAnswer("turn:a", outcome, Duration.ofMillis(7), OptionalLong.empty(), ""))
                .toList();

        new RelayCheck(() -> answers).look().forEach(FindingTest::says);
        assertThat(new RelayCheck(() -> answers).look())
                .filteredOn(finding -> finding.state() == State.WELL)
                .extracting(Finding::of)
                .containsExactly("turn:a");
        assertThat(new RelayCheck(List::of).look()).extracting(Finding::word).containsExactly("none");
    }

    @Test
    void tellsAnAccountThatIsWellFromOneThatStopsOrIsNearlyEmpty() {
        assertThat(sms(Optional.empty(), 500).state()).isEqualTo(State.WELL);
        assertThat(sms(Optional.empty(), 3).word()).isEqualTo("low");
        for (var problem : List.of("CREDENTIALS", "CREDIT", "SENDER", "SERVICE", "QUOTA", "SERVER", "NETWORK")) {
            assertThat(sms(Optional.of(problem), 500).state()).isEqualTo(State.WRONG);
            says(sms(Optional.of(problem), 500));
        }
    }

    @Test
    void saysThatMailDoesNotLeave() {
        var broken = new MessageCheck(settings("smtp"), () -> Optional.of("ConnectException"), () -> null);
        assertThat(broken.look().get(0).state()).isEqualTo(State.WRONG);
        assertThat(broken.look().get(0).says(Locale.FRENCH)).contains("ConnectException");
        assertThat(new MessageCheck(settings("none"), Optional::empty, () -> null).look())
                .extracting(Finding::state)
                .containsExactly(State.CARE, State.CARE);
        assertThat(new MessageCheck(settings("smtp"), Optional::empty, () -> null)
                        .look()
                        .get(0)
                        .state())
                .isEqualTo(State.WELL);
    }

    @Test
    void saysThatTheDatabaseIsAway() {
        DatabaseCheck.Role nobody = () -> {
            throw new SQLException("no", "08001");
        };

        var found = new DatabaseCheck(nobody, nobody, Clock.systemUTC()).look();

        assertThat(found).extracting(Finding::subject).containsExactly("database", "migration");
        assertThat(found).allSatisfy(finding -> {
            assertThat(finding.state()).isEqualTo(State.WRONG);
            assertThat(finding.says(Locale.ENGLISH)).contains("08001");
        });
    }

    private static Finding sms(Optional<String> problem, double credits) {
        var ovh = new Messaging.Ovh(
                URI.create("https://eu.api.ovh.com/1.0"),
                "",
                "",
                "",
                "sms-ab1-1",
                "",
                true,
                Duration.ZERO,
                Duration.ZERO,
                100);
        var settings = new Messaging(
                "",
                "ovh",
                "smtp",
                Optional.of(ovh),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return new MessageCheck(settings, Optional::empty, () -> new SmsAccount(problem, OptionalDouble.of(credits)))
                .look()
                .get(1);
    }

    private static Messaging settings(String mail) {
        return new Messaging(
                "",
                "none",
                mail,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static void says(Finding finding) {
        for (var language : List.of(Texts.FRENCH, Locale.ENGLISH)) {
            assertThat(finding.title(language)).isNotBlank();
            assertThat(finding.says(language)).isNotBlank().doesNotContain("{");
            if (finding.state() == State.WRONG || finding.state() == State.CARE) {
                assertThat(finding.todo(language)).isNotBlank();
            }
        }
    }
}
