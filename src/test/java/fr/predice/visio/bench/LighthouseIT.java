package fr.predice.visio.bench;

import static org.assertj.core.api.Assertions.assertThat;

import fr.predice.visio.stack.Stack;
import fr.predice.visio.stack.StackExtension;
import fr.predice.visio.support.People;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/** Lighthouse looks at the participant's page as on a phone. It prints its scores; none is asserted. */
@EnabledIfSystemProperty(named = "bench", matches = "true")
@ExtendWith(StackExtension.class)
class LighthouseIT {
    private static final Path REPORT = Path.of("target/lighthouse.html").toAbsolutePath();

    @Test
    void participantPage(Stack stack) throws Exception {
        var link = new People(stack).invited();

        var lighthouse = Npm.node("lighthouse.js", link, REPORT.toString())
                .redirectErrorStream(true)
                .start();
        lighthouse.getOutputStream().close();
        System.out.print(new String(lighthouse.getInputStream().readAllBytes(), StandardCharsets.UTF_8));

        assertThat(lighthouse.waitFor()).as("Lighthouse ran").isZero();
    }
}
