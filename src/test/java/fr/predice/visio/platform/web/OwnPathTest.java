package fr.predice.visio.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnPathTest {
    @ParameterizedTest
    @CsvSource({
        "'', /pro/visio, /pro/visio",
        "'', /pro/%76isio, /pro/%76isio",
        "/visio, /visio/pro/visio, /pro/visio",
        "/visio, /visio/, /",
        "/visio, /visio, ''",
        "/visio, /%76isio/pro/visio, /pro/visio",
        "/visio, /%76%69%73%69%6f, ''",
        "/visio, /visio;a=b/pro/%76isio, /pro/%76isio",
        "/soins/visio, /s%6fins/visi%6F/pro, /pro",
        "/soins/visio, /soins/visio, ''"
    })
    void cutsTheSitesPathOffHoweverItWasWritten(String site, String written, String own) {
        assertThat(OwnPath.of(request(site, written))).isEqualTo(own);
    }

    private static HttpServletRequest request(String site, String written) {
        var said = Map.of("getContextPath", site, "getRequestURI", written);
        return (HttpServletRequest) Proxy.newProxyInstance(
                HttpServletRequest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> said.get(method.getName()));
    }
}
