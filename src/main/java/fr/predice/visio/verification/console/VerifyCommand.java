package fr.predice.visio.verification.console;

import fr.predice.visio.call.turn.SiteRelays;
import fr.predice.visio.messaging.Outcome;
import fr.predice.visio.messaging.sms.ovh.OvhAccount;
import fr.predice.visio.platform.check.EnvironmentFile;
import fr.predice.visio.platform.config.Refusals;
import fr.predice.visio.platform.config.Settings;
import fr.predice.visio.platform.web.Texts;
import fr.predice.visio.verification.AddressCheck;
import fr.predice.visio.verification.Check;
import fr.predice.visio.verification.DatabaseCheck;
import fr.predice.visio.verification.MessageCheck;
import fr.predice.visio.verification.PublicCheck;
import fr.predice.visio.verification.RelayCheck;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The checks of « Vérifier l'installation » without the page and without the service. */
public final class VerifyCommand {
    private static final int WRONG = 2;
    private static final String USAGE = """
            java -jar visio-securisee.war --verify WILDFLY_HOME [--report FILE] [--mail-to ADDRESS]
                [--sms-to NUMBER] [FILE]

            Tries what calls need, from this machine: database, public address and its proxy, relays, mail, SMS, with
            the settings of FILE (/etc/visio/visio.env) and of this environment. Sends nothing without --mail-to and
            --sms-to; an SMS costs what OVH takes for it.
            Exit code: 0, 1 if something should be looked at, 2 if something is wrong.""";

    private static final Map<String, String> SENT =
            Map.of("--mail-to", "verification.mail.SENT", "--sms-to", "verification.sms.SENT");

    private final Clock clock;
    private final Locale language;
    private final List<String> lines = new ArrayList<>();
    private final PrintStream out;

    VerifyCommand(PrintStream out, Clock clock, Locale language) {
        this.out = out;
        this.clock = clock;
        this.language = language;
    }

    public static void main(String... arguments) throws IOException {
        var english = Optional.ofNullable(System.getenv("LANG")).filter(lang -> lang.startsWith("en"));
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var language = english.isPresent() ? Locale.ENGLISH : Texts.FRENCH;
        System.exit(new VerifyCommand(out, Clock.systemUTC(), language).run(List.of(arguments)));
    }

    /**
     * @param arguments {@code --verify WILDFLY_HOME} first: {@code Launcher} has used them
     * @return the exit code
     */
    int run(List<String> arguments) throws IOException {
        var left = new ArrayDeque<>(arguments.subList(Math.min(2, arguments.size()), arguments.size()));
        var options = new HashMap<String, String>();
        while (left.size() > 1 && List.of("--report", "--mail-to", "--sms-to").contains(left.peek())) {
            options.put(left.remove(), left.remove());
        }
        if (arguments.size() < 2 || left.size() > 1 || left.stream().anyMatch(one -> one.startsWith("-"))) {
            out.println(USAGE);
            return WRONG;
        }
        var modules = Path.of(arguments.get(1), "modules");
        if (!Files.isDirectory(modules)) {
            out.println("--verify wants the directory of WildFly; there is no " + modules);
            return WRONG;
        }
        var report = new Report(this::say, language);
        verify(left, options, report);
        var exit = report.close();
        if (options.containsKey("--report")) {
            Files.write(Path.of(options.get("--report")), lines);
        }
        return exit;
    }

    private void say(String line) {
        lines.add(line);
        out.println(line);
    }

    private void verify(ArrayDeque<String> file, Map<String, String> options, Report report) {
        var variables = new HashMap<>(System.getenv());
        try {
            if (!file.isEmpty()) {
                variables.putAll(EnvironmentFile.read(Path.of(file.remove())));
            }
        } catch (EnvironmentFile.Unreadable unreadable) {
            report.refuse(unreadable.getMessage());
            return;
        }
        var refused = new Refusals(name -> Optional.ofNullable(variables.get(name))).all();
        refused.forEach(report::refuse);
        if (refused.isEmpty()) {
            var site = new Site(variables);
            checks(site, site.settings()).forEach(check -> check.look().forEach(report::add));
            var message = new TestMessage(site, clock, language);
            send("--mail-to", options, message::mail, report);
            send("--sms-to", options, message::sms, report);
        }
    }

    private List<Check> checks(Site site, Settings settings) {
        say("%s | %s".formatted(settings.publicAddress(), clock.instant()));
        return List.of(
                new DatabaseCheck(site::application, site::owner, clock),
                new AddressCheck(settings.publicAddress(), settings.ways().card(), clock),
                new PublicCheck(settings.publicAddress(), clock),
                new MessageCheck(
                        settings.messaging(),
                        () -> site.mail(clock).trouble(),
                        () -> new OvhAccount(settings.messaging(), clock).look()),
                new RelayCheck(() -> SiteRelays.ask(settings, clock)));
    }

    /** Sends what was asked for, and says what became of it. */
    private void send(String option, Map<String, String> options, Function<String, Outcome> sending, Report report) {
        if (!options.containsKey(option)) {
            return;
        }
        var outcome = sending.apply(options.get(option));
        if (outcome.kind() == Outcome.Kind.ACCEPTED) {
            say("OK    %s | %s".formatted(option, Texts.get(language, SENT.get(option))));
        } else {
            report.refuse(option + " | " + outcome.reason());
        }
    }
}
