package fr.predice.visio.call.room;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Writes down what it is told. */
final class FakeLine implements Line {
    private final List<String> heard = new ArrayList<>();

    List<String> heard() {
        return heard;
    }

    @Override
    public void relay(byte[] envelope) {
        heard.add("envelope " + new String(envelope));
    }

    @Override
    public void welcome(Presence peer) {
        heard.add("welcome " + peer);
    }

    @Override
    public void peer(Presence state) {
        heard.add("peer " + state);
    }

    @Override
    public void sms(String state, Instant since) {
        heard.add("sms " + state + " " + since);
    }

    @Override
    public void link(LinkUse use) {
        heard.add("link " + use.word());
    }

    @Override
    public void ended() {
        heard.add("ended");
    }

    @Override
    public void hangUp(Closing why) {
        heard.add("hangUp " + why);
    }
}
