package fr.predice.visio.signin.cps.console;

import fr.predice.visio.platform.check.EnvironmentFile;
import fr.predice.visio.platform.config.Refusals;
import fr.predice.visio.platform.config.SettingsReader;
import fr.predice.visio.platform.web.Texts;
import fr.predice.visio.signin.cps.trust.Reviewed;
import fr.predice.visio.signin.cps.trust.TrustReview;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Lists whose cards a site believes, and tries how it would know that one is revoked. */
public final class CardTrustCommand {
    private static final int WRONG = 2;
    private static final String USAGE = """
            java -jar visio-securisee.war --card-trust [FILE]

            Opens VISIO_CARD_TRUSTSTORE, lists the authorities in it, fetches the lists of revoked cards and asks the
            OCSP responder, with the settings of FILE (/etc/visio/visio.env) and of this environment.
            Exit code: 0, 1 if something should be looked at, 2 if something is wrong.""";

    private static final Map<Reviewed.State, String> WORDS = Map.of(
            Reviewed.State.WELL,
            "OK",
            Reviewed.State.CARE,
            "WARN",
            Reviewed.State.WRONG,
            "FAIL",
            Reviewed.State.NONE,
            "-");

    private final PrintStream out;
    private final Clock clock;
    private final Locale language;

    CardTrustCommand(PrintStream out, Clock clock, Locale language) {
        this.out = out;
        this.clock = clock;
        this.language = language;
    }

    public static void main(String... arguments) {
        var english = Optional.ofNullable(System.getenv("LANG")).filter(lang -> lang.startsWith("en"));
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var language = english.isPresent() ? Locale.ENGLISH : Texts.FRENCH;
        System.exit(new CardTrustCommand(out, Clock.systemUTC(), language).run(List.of(arguments), System.getenv()));
    }

    /**
     * @param arguments {@code --card-trust} first
     * @return the exit code
     */
    int run(List<String> arguments, Map<String, String> environment) {
        if (arguments.size() > 2 || arguments.stream().skip(1).anyMatch(argument -> argument.startsWith("-"))) {
            out.println(USAGE);
            return WRONG;
        }
        var variables = new HashMap<>(environment);
        try {
            if (arguments.size() > 1) {
                variables.putAll(EnvironmentFile.read(Path.of(arguments.get(1))));
            }
        } catch (EnvironmentFile.Unreadable file) {
            say(Reviewed.State.WRONG, file.getMessage());
            return WRONG;
        }
        var refused = new Refusals(name -> Optional.ofNullable(variables.get(name))).all();
        refused.forEach(line -> say(Reviewed.State.WRONG, line));
        return refused.isEmpty() ? review(variables) : WRONG;
    }

    private int review(Map<String, String> variables) {
        var settings = new SettingsReader(name -> Optional.ofNullable(variables.get(name))).read();
        var found = new TrustReview(settings.cards(), settings.messaging().proxy(), clock).look();
        found.forEach(one -> say(one.state(), one.of() + " | " + one.says(language)));
        var wrong = count(found, Reviewed.State.WRONG);
        var care = count(found, Reviewed.State.CARE);
        if (wrong + care == 0) {
            out.println(plain(Texts.get(language, "cardtrust.well")));
            return 0;
        }
        out.println(plain(Texts.get(language, "cardtrust.verdict", wrong, care)));
        return wrong > 0 ? WRONG : 1;
    }

    private static long count(List<Reviewed> found, Reviewed.State state) {
        return found.stream().filter(one -> one.state() == state).count();
    }

    private void say(Reviewed.State state, String text) {
        out.println("%-4s  %s".formatted(WORDS.get(state), plain(text)));
    }

    /** Consoles have no space that must not break. */
    private static String plain(String line) {
        return line.replace('\u00a0', ' ');
    }
}
