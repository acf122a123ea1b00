package fr.predice.visio.account.password;

import static org.assertj.core.api.Assertions.assertThat;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PasswordHashingTest {
    private final PasswordHashing hashing = new PasswordHashing();

    @Test
    void comparesWithAHashOfFormerParametersAndWantsItAnew() {
        var former = Password.hash("un renard au clair de lune")
                .addRandomSalt(16)
                .with(Argon2Function.getInstance(4096, 1, 1, 32, Argon2.ID, 19))
                .getResult();

        assertThat(hashing.matches("un renard au clair de lune", Optional.of(former)))
                .isTrue();
        assertThat(hashing.matches("un renard au clair de terre", Optional.of(former)))
                .isFalse();
        assertThat(hashing.isOutdated(former)).isTrue();
        assertThat(hashing.isOutdated(hashing.hash("un renard au clair de lune")))
                .isFalse();
    }

    @Test
    void matchesNothingWithoutAHash() {
        assertThat(hashing.matches("un renard au clair de lune", Optional.empty()))
                .isFalse();
    }
}
