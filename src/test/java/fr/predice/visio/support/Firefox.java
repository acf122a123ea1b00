package fr.predice.visio.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A Firefox with one page, whose fake camera and microphone its person allows. Playwright has no hand on Debian's. */
public final class Firefox implements AutoCloseable {
    private static final String PROGRAM = System.getProperty("firefox", "/usr/bin/firefox-esr");
    /** It ends when its standard input does, so not even a killed test leaves it behind. */
    private static final String WHILE_WATCHED = "\"$@\" & cat > /dev/null; kill $!; wait";

    private static final Pattern LISTENS = Pattern.compile("WebDriver BiDi listening on (ws://\\S+)");
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /** With a proxy that is not there, which this machine's own addresses need not: it asks nobody else anything. */
    private static final String PREFERENCES = """
            user_pref("media.navigator.streams.fake", true);
            user_pref("media.navigator.permission.disabled", true);
            user_pref("media.autoplay.default", 0);
            user_pref("media.peerconnection.ice.loopback", true);
            user_pref("intl.accept_languages", "%s");
            user_pref("network.proxy.type", 1);
            user_pref("network.proxy.http", "127.0.0.1");
            user_pref("network.proxy.http_port", 9);
            user_pref("network.proxy.ssl", "127.0.0.1");
            user_pref("network.proxy.ssl_port", 9);
            """;

    private static final String BUTTON = """
            (name) => {
              const shown = (one) => one.getClientRects().length > 0;
              const called = (one) => (one.getAttribute('aria-label') || one.value || one.innerText).trim() === name;
              const buttons = Array.from(document.querySelectorAll('button, input[type=submit]'));
              const button = buttons.filter(shown).find(called);
              return button ? (button.click(), true) : false;
            }""";

    private static final String FIELD = """
            (name, text) => {
              const label = Array.from(document.querySelectorAll('label')).find((one) => one.innerText.trim() === name);
              const field = label && document.getElementById(label.htmlFor);
              return field ? (field.focus(), document.execCommand('insertText', false, text), true) : false;
            }""";

    private final Process process;
    private final Path profile;
    private final Tongue tongue;
    private BiDi bidi;
    private String page;

    private Firefox(Process process, Path profile, Tongue tongue) {
        this.process = process;
        this.profile = profile;
        this.tongue = tongue;
    }

    /** @param scripts run in each page before its own */
    public static Firefox open(Tongue tongue, String... scripts) throws Exception {
        var profile = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "firefox");
        Files.writeString(profile.resolve("user.js"), PREFERENCES.formatted(tongue.tag()));
        var process = new ProcessBuilder(
                        "sh",
                        "-c",
                        WHILE_WATCHED,
                        "sh",
                        PROGRAM,
                        "--headless",
                        "--no-remote",
                        "--profile",
                        profile.toString(),
                        "--remote-debugging-port=0",
                        "about:blank")
                .redirectErrorStream(true)
                .redirectOutput(profile.resolve("said.txt").toFile())
                .start();
        var firefox = new Firefox(process, profile, tongue);
        try {
            firefox.connect(scripts);
            return firefox;
        } catch (Exception | AssertionError failure) {
            firefox.end();
            throw failure;
        }
    }

    private void connect(String... scripts) throws ExecutionException, InterruptedException, TimeoutException {
        bidi = BiDi.connect(await().atMost(PATIENCE).until(this::listensOn, address -> address != null));
        bidi.ask(
                "session.subscribe",
                object().add("events", Json.createArrayBuilder().add("log.entryAdded"))
                        .build());
        Stream.concat(Stream.of(scripts), Stream.of(Browsers.resource("witness.js")))
                .forEach(script -> bidi.ask(
                        "script.addPreloadScript",
                        object().add("functionDeclaration", "() => {" + script + "\n}")
                                .build()));
        page = bidi.ask("browsingContext.getTree", object().build())
                .getJsonArray("contexts")
                .getJsonObject(0)
                .getString("context");
    }

    private URI listensOn() throws IOException {
        var said = LISTENS.matcher(Files.readString(profile.resolve("said.txt"), StandardCharsets.UTF_8));
        return said.find() ? URI.create(said.group(1) + "/session") : null;
    }

    public Firefox goTo(String address) {
        bidi.ask(
                "browsingContext.navigate",
                object().add("context", page)
                        .add("url", address)
                        .add("wait", "complete")
                        .build());
        return this;
    }

    /** @param key of the portal's texts */
    public void fill(String key, String text) {
        find(FIELD, tongue.page(key), text);
    }

    /** @param name of a button, in the page's language */
    public void press(String name) {
        find(BUTTON, name);
    }

    /** Writes beside the call. */
    public void write(String text) {
        press(tongue.call("text.write"));
        find(FIELD, tongue.call("text.field"), text);
    }

    /** The line that the other is still writing. */
    public Object textBegun() {
        return call("() => document.querySelector('[data-begun] [dir]').textContent");
    }

    private void find(String function, String... names) {
        await(names[0]).atMost(PATIENCE).until(() -> Boolean.TRUE.equals(call(function, names)));
    }

    /** What this side receives. */
    public Witness witness() {
        return new Witness(this::call, this::callWithFarVideo);
    }

    private Object callWithFarVideo(String function) {
        return call("() => (" + function + ")(document.querySelector('[data-far]'))");
    }

    /** Calls a function of the page as a person's touch would. */
    private Object call(String function, String... texts) {
        var arguments = Json.createArrayBuilder();
        List.of(texts)
                .forEach(text -> arguments.add(object().add("type", "string").add("value", text)));
        var answer = bidi.ask(
                "script.callFunction",
                object().add("functionDeclaration", function)
                        .add("awaitPromise", true)
                        .add("userActivation", true)
                        .add("arguments", arguments)
                        .add("target", object().add("context", page))
                        .build());
        if (answer.getString("type").equals("exception")) {
            throw new AssertionError(answer.getJsonObject("exceptionDetails").getString("text"));
        }
        return BiDi.read(answer.getJsonObject("result"));
    }

    private static JsonObjectBuilder object() {
        return Json.createObjectBuilder();
    }

    /** Fails if the console complained. */
    @Override
    public void close() throws IOException {
        end();
        assertThat(bidi.events().stream()
                        .map(event -> event.getJsonObject("params"))
                        .filter(Firefox::isError))
                .as("complaints of Firefox's console")
                .isEmpty();
    }

    private static boolean isError(JsonObject entry) {
        return entry.getString("level").equals("error");
    }

    private void end() throws IOException {
        if (bidi != null) {
            bidi.close();
        }
        process.getOutputStream().close();
        process.onExit().join();
    }
}
