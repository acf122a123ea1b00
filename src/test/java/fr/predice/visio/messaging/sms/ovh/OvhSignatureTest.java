package fr.predice.visio.messaging.sms.ovh;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OvhSignatureTest {
    /** Published by OVH with the description of its API. */
    @Test
    void signsThePublishedExample() {
        var signature = OvhSignature.of(
                "EXEgWIz07P0HYwtQDs7cNIqCiQaWSuHF",
                "MtSwSrPpNjqfVSmJhLbPyr2i45lSwPU1",
                "GET",
                "https://eu.api.ovh.com/1.0/domains/",
                "",
                1366560945);

        assertThat(signature).isEqualTo("$1$d3705e8afb27a0d2970a322b96550abfc67bb798");
    }
}
