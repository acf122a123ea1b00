package fr.predice.visio.support;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretSearchTest {
    private final SecretSearch search = new SecretSearch()
            .partOrHex("AbCdEfGhIjKlMnOpQrSt_-")
            .part("jeanne.martin@example.org")
            .codeOrHex("123456")
            .number("+33612345678");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://visio.example.org/r#AbCdEfGhIjKlMnOpQrSt_- sent",
                "xxAbCdEfGhIjKlMnOpQrSt_-xx",
                "bytes 4162436445664768496a4b6c4d6e4f7051725374 5f2d 4162436445664768496a4b6c4d6e4f70517253745f2d",
                "to <jeanne.martin@example.org>,",
                "mailto:x-jeanne.martin@example.org",
                "code 123456\nnext",
                "code=123456&",
                "\\x313233343536",
                "number +33612345678",
                "33612345678",
                "06 12 34 56 78",
                "06.12.34.56.78",
                "200 15 612345678",
                "sent 1 0612345678 2"
            })
    void findsWhatWasSpilled(String text) {
        assertThat(search.in(text)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "AbCdEfGhIjKlMnOpQrSt_",
                "jeanne@example.org",
                "0.123456 s",
                "1234567",
                "a123456",
                "+33612345679",
                "96123456789"
            })
    void letsPassWhatOnlyLooksAlike(String text) {
        assertThat(search.in(text)).isEmpty();
    }
}
