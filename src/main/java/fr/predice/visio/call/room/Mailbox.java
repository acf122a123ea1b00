package fr.predice.visio.call.room;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Envelopes that wait for an empty seat. The oldest give way when they grow too many: their sender replays them anyway.
 */
final class Mailbox {
    static final int MOST_ENVELOPES = 32;
    static final int MOST_BYTES = 256 * 1024;

    private final Deque<byte[]> envelopes = new ArrayDeque<>();
    private int bytes;

    void add(byte[] envelope) {
        envelopes.add(envelope);
        bytes += envelope.length;
        while (envelopes.size() > MOST_ENVELOPES || bytes > MOST_BYTES) {
            bytes -= envelopes.remove().length;
        }
    }

    List<byte[]> read() {
        return List.copyOf(envelopes);
    }

    void clear() {
        envelopes.clear();
        bytes = 0;
    }
}
