package fr.predice.visio.watch;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.Path;
import org.junit.jupiter.api.Test;

class ApiRouteTest {
    @Test
    void namesTheTemplateAndNobody() throws Exception {
        assertThat(ApiRoute.template(Things.class, Things.class.getDeclaredMethod("all")))
                .isEqualTo("/api/pro/things/{thing}");
        assertThat(ApiRoute.template(Things.class, Things.class.getDeclaredMethod("end")))
                .isEqualTo("/api/pro/things/{thing}/end");
    }

    @Path("pro/things/{thing}")
    private static final class Things {
        void all() {}

        @Path("end")
        void end() {}
    }
}
