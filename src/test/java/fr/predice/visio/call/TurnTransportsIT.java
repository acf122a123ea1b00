package fr.predice.visio.call;

import static org.assertj.core.api.Assertions.assertThat;

import fr.predice.visio.stack.Stack;
import fr.predice.visio.stack.StackExtension;
import fr.predice.visio.support.Browsers;
import fr.predice.visio.support.People;
import fr.predice.visio.support.Tongue;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each way to the relay that is offered carries a call by itself, where a network blocks the others. */
@ExtendWith(StackExtension.class)
class TurnTransportsIT {
    private static final String ONLY = """
            (() => {
              const known = window.RTCPeerConnection;
              window.RTCPeerConnection = class extends known {
                constructor(given) {
                  const iceServers = given.iceServers.map((server) =>
                    Object.assign({}, server, { urls: server.urls.filter((url) => /%s/.test(url)) }));
                  super(Object.assign({}, given, { iceServers, iceTransportPolicy: 'relay' }));
                }
              };
            })()""";

    @RegisterExtension
    static final Browsers browsers = Browsers.credulous();

    @ParameterizedTest
    @CsvSource({"udp, ^turn:.*udp$", "tcp, ^turn:.*tcp$", "tls, ^turns:.*tcp$"})
    void carriesACallBy(String protocol, String url, Stack stack) {
        var only = ONLY.formatted(url);

        var meeting = new People(stack)
                .meet(browsers.desk(Tongue.FRENCH, only), browsers.phone(Tongue.FRENCH, only))
                .bothSeeAndHear();

        assertThat(meeting.sides().map(side -> side.witness().relayProtocol())).containsOnly(protocol);
    }
}
