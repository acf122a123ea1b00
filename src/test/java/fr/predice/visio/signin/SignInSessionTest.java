package fr.predice.visio.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignInSessionTest {
    @ParameterizedTest
    @ValueSource(strings = {"/pro/visio", "/pro/services?a=b-c&d=1", "/compte", "/compte/mot-de-passe"})
    void comesBackToAPageBehindTheDoor(String page) {
        assertThat(SignInSession.isOwn(page, Door.PORTAL)).isTrue();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "/",
                "/pro/visio\n",
                "/pro/visio\r\nLocation: https://evil.example/",
                "/pro/visio%0d%0aLocation:%20https://evil.example/",
                "\r\n/pro/visio",
                "\t/pro/visio",
                "/pro/visio\u0000",
                "/pro/visio\u2028",
                "/pro\\visio",
                "\\\\evil.example",
                "/\\evil.example/pro/visio",
                "//evil.example",
                "//evil.example/pro/visio",
                "/pro//evil.example",
                "/pro/../connexion",
                "/pro/%2e%2e/connexion",
                "/pro/;/visio",
                "/pro/visio#//evil.example",
                "/pro/visio?retour=//evil.example",
                "/pro/visio?a=%0d%0a",
                "https://evil.example/pro/visio",
                "javascript:alert(1)",
                "pro/visio",
                "/admin/comptes",
                "/admin/connexion",
                "/connexion"
            })
    void comesBackToNothingElse(String page) {
        assertThat(SignInSession.isOwn(page, Door.PORTAL)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/admin/connexion", "/admin/connexion?retour=", "/pro/visio"})
    void comesBackToNoDoorOfTheConsole(String page) {
        assertThat(SignInSession.isOwn(page, Door.ADMINISTRATION)).isFalse();
    }
}
