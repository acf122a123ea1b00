package fr.predice.visio.messaging.sms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class Gsm7Test {
    @Test
    void keepsWhatTheAlphabetHas() {
        assertThat(Gsm7.plain("Visio sécurisée à 8 h, où ?")).isEqualTo("Visio sécurisée à 8 h, où ?");
    }

    @Test
    void replacesWhatItHasNot() {
        assertThat(Gsm7.plain("« L’œuvre reçue en forêt » À 5\u00a0€… ☎"))
                .isEqualTo("\" L'oeuvre recue en foret \" A 5 €... ?");
    }

    @Test
    void countsTheExtensionTwice() {
        assertThat(Gsm7.septets("abc")).isEqualTo(3);
        assertThat(Gsm7.septets("5 €")).isEqualTo(4);
    }
}
