package fr.predice.visio.network;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestFactory;

/** Runs {@link CallAcrossNetworks} where networks can be made, cut and moved: it takes root. */
@Order(1)
class NetworkIT {
    private static final Duration LONGEST =
            Boolean.getBoolean("bench") ? Duration.ofMinutes(60) : Duration.ofMinutes(20);

    private OwnNetwork network;

    @TestFactory
    Stream<DynamicTest> callAcrossNetworks() {
        assumeThat(System.getProperty("user.name"))
                .as("network namespaces need root: the tests of bad networks are left out")
                .isEqualTo("root");
        network = OwnNetwork.start(CallAcrossNetworks.class, LONGEST);
        return network.results();
    }

    @AfterEach
    void close() {
        if (network != null) {
            network.close();
        }
    }
}
