package fr.predice.visio.call;

import static org.assertj.core.api.Assertions.assertThat;

import fr.predice.visio.platform.token.SecretToken;
import fr.predice.visio.stack.Stack;
import fr.predice.visio.stack.StackExtension;
import fr.predice.visio.support.People;
import fr.predice.visio.support.Tables;
import fr.predice.visio.support.Visitor;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;

/** Floods at the participant's door, and who pays for them. */
@Isolated("uses up what one address may ask")
@ExtendWith(StackExtension.class)
class GuestLimitsIT {
    private static final int MOST = 600;

    private Tables tables;
    private Visitor robot;
    private String link;

    @BeforeEach
    void open(Stack stack) {
        tables = new Tables(stack);
        robot = new Visitor(stack.address());
        link = new People(stack).invited().replaceAll(".*#", "");
        forget();
    }

    @AfterEach
    void forget() {
        tables.execute("DELETE FROM rate_limit WHERE bucket LIKE 'guest-%'");
    }

    @Test
    void aRobotThatGuessesLocksNobodyElseOut() {
        IntStream.range(0, MOST).forEach(guess -> look(SecretToken.random().text()));

        assertThat(look(SecretToken.random().text())).isEqualTo(429);
        assertThat(look(link)).isEqualTo(200);
    }

    @Test
    void aLinkThatIsAskedForeverIsRefusedByItself() {
        IntStream.range(0, MOST).forEach(time -> assertThat(look(link)).isEqualTo(200));

        assertThat(look(link)).isEqualTo(429);
        assertThat(look(SecretToken.random().text())).isEqualTo(404);
    }

    private int look(String token) {
        return robot.postJson("/api/guest/look", "{\"token\":\"" + token + "\"}")
                .statusCode();
    }
}
