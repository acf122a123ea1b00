package fr.predice.visio.call.signaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailureTest {
    private static final Map<String, String> SOUND = Map.of(
            "reason", "\"ice-failed\"",
            "own", "[\"host\",\"relay\",\"host\"]",
            "far", "[]",
            "browser", "\"firefox\"",
            "version", "68");

    @Test
    void isWrittenInWordsOfItsLists() {
        assertThat(Failure.of(told("version", "68"))).hasToString("ice_failed, own [host, relay], far [], firefox 68");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            reason | "06 12 34 56 78"
            reason | ""
            reason | 7
            reason | null
            own | ["192.0.2.7"]
            own | "host"
            own | [["host"]]
            far | [7]
            browser | "Jeanne"
            version | 1000
            version | -1
            version | "68"
            """)
    void refusesAnythingElse(String name, String value) {
        assertThatThrownBy(() -> Failure.of(told(name, value)))
                .isInstanceOfAny(IllegalArgumentException.class, ClassCastException.class, NullPointerException.class);
    }

    private static JsonObject told(String name, String value) {
        var text = new StringBuilder("{\"type\":\"failure\"");
        SOUND.forEach((known, sound) -> text.append(",\"" + known + "\":").append(known.equals(name) ? value : sound));
        try (var reader = Json.createReader(new StringReader(text + "}"))) {
            return reader.readObject();
        }
    }
}
