package fr.predice.visio.platform.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretTokenTest {
    @RepeatedTest(50)
    void isTwentyTwoCharactersThatSmsAppsLinkWhole() {
        var text = SecretToken.random().text();

        assertThat(text).hasSize(22).doesNotEndWith("-").matches("[A-Za-z0-9_-]+");
        assertThat(new SecretToken(text).hash()).isEqualTo(new SecretToken(text).hash());
    }

    @Test
    void differsEachTime() {
        assertThat(Stream.generate(SecretToken::random).limit(1000).distinct()).hasSize(1000);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"short", "AAAAAAAAAAAAAAAAAAAAAB", "AAAAAAAAAAAAAAAAAAAA!A", "AAAAAAAAAAAAAAAAAAAAAAA"})
    void refusesWhatIsNoToken(String text) {
        assertThatThrownBy(() -> new SecretToken(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void neverShowsItself() {
        var token = SecretToken.random();

        assertThat(token.toString()).doesNotContain(token.text());
        assertThat(token.hash().hex()).hasSize(64).doesNotContain(token.text());
    }
}
