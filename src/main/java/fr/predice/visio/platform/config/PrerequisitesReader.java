package fr.predice.visio.platform.config;

import fr.predice.visio.platform.prerequisite.Browser;
import fr.predice.visio.platform.prerequisite.Need;
import fr.predice.visio.platform.prerequisite.OperatingSystem;
import fr.predice.visio.platform.prerequisite.Prerequisites;
import fr.predice.visio.platform.prerequisite.Product;
import fr.predice.visio.platform.prerequisite.Version;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;

/** The file of prerequisites: the site's, or ours. Each of its lines is right, or the start stops. */
final class PrerequisitesReader {
    private static final String FILE = "VISIO_PREREQUISITES";
    private static final String OURS = "/fr/predice/visio/prerequisites.properties";
    private static final String RECOMMENDED = ".recommended";

    private final Variables variables;

    PrerequisitesReader(Variables variables) {
        this.variables = variables;
    }

    Prerequisites read() {
        var lines = lines();
        var prerequisites = new Prerequisites(
                needs(lines, "browser.", Browser.values()),
                needs(lines, "system.", OperatingSystem.values()),
                variables
                        .oneOf("VISIO_ORGANIZER_ON_MOBILE", "false", "true", "false")
                        .equals("true"));
        if (!lines.isEmpty()) {
            throw new SettingRefused(FILE, "knows no " + new TreeSet<>(lines.stringPropertyNames()).first());
        }
        if (prerequisites.browsers().isEmpty()) {
            throw new SettingRefused(FILE, "wants at least one line such as browser.chrome=80");
        }
        return prerequisites;
    }

    private Properties lines() {
        var lines = new Properties();
        try (var file = open()) {
            lines.load(file);
            return lines;
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new SettingRefused(FILE, "wants the path of a readable file of properties, in UTF-8", unreadable);
        }
    }

    private Reader open() throws IOException {
        var own = variables.find(FILE);
        return own.isPresent()
                ? Files.newBufferedReader(Path.of(own.get()))
                : new InputStreamReader(PrerequisitesReader.class.getResourceAsStream(OURS), StandardCharsets.UTF_8);
    }

    /** Takes its lines out: what stays in the end is nobody's. */
    private static <P extends Product> Map<P, Need> needs(Properties lines, String kind, P[] products) {
        var needs = new LinkedHashMap<P, Need>();
        Arrays.stream(products).forEach(product -> {
            var name = kind + product.name().toLowerCase(Locale.ROOT).replace('_', '-');
            take(lines, name).ifPresent(value -> needs.put(product, need(lines, name, value)));
        });
        return needs;
    }

    private static Need need(Properties lines, String name, String value) {
        if (value.equals("refused")) {
            return Need.NEVER;
        }
        var minimum = version(name, value);
        var recommended = take(lines, name + RECOMMENDED).map(better -> version(name + RECOMMENDED, better));
        if (recommended.filter(better -> better.compareTo(minimum) <= 0).isPresent()) {
            throw new SettingRefused(FILE, name + RECOMMENDED + " must be above " + name);
        }
        return new Need(Optional.of(minimum), recommended);
    }

    private static Optional<String> take(Properties lines, String name) {
        return Optional.ofNullable((String) lines.remove(name)).map(String::strip);
    }

    private static Version version(String name, String value) {
        try {
            return Version.of(value);
        } catch (IllegalArgumentException wrong) {
            throw new SettingRefused(FILE, name + " wants a version like 80 or 10.13, or \"refused\"", wrong);
        }
    }
}
