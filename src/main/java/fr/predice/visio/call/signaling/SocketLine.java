package fr.predice.visio.call.signaling;

import fr.predice.visio.call.room.Closing;
import fr.predice.visio.call.room.Line;
import fr.predice.visio.call.room.LinkUse;
import fr.predice.visio.call.room.Presence;
import jakarta.json.Json;
import jakarta.websocket.CloseReason;
import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/** A {@link Line} over a WebSocket. Sends are asynchronous; a browser that reads too slowly is hung up. */
final class SocketLine implements Line {
    private static final int MOST_PENDING_BYTES = 1024 * 1024;

    private final Session session;
    private final Executor executor;
    private final AtomicInteger pending = new AtomicInteger();

    /**
     * @param executor closes the socket: the server calls {@code @OnClose} in the closing thread, which may hold a room
     */
    SocketLine(Session session, Executor executor) {
        this.session = session;
        this.executor = executor;
    }

    @Override
    public void relay(byte[] envelope) {
        if (reserve(envelope.length)) {
            session.getAsyncRemote().sendBinary(ByteBuffer.wrap(envelope), result -> sent(envelope.length, result));
        }
    }

    @Override
    public void welcome(Presence peer) {
        tell("welcome", "peer", peer.name());
    }

    @Override
    public void peer(Presence state) {
        tell("peer", "state", state.name());
    }

    @Override
    public void sms(String state, Instant since) {
        text(Json.createObjectBuilder()
                .add("type", "sms")
                .add("state", state)
                .add("since", since.toString())
                .build()
                .toString());
    }

    @Override
    public void link(LinkUse use) {
        tell("link", "state", use.word());
    }

    @Override
    public void ended() {
        text("{\"type\":\"ended\"}");
    }

    void pong() {
        text("{\"type\":\"pong\"}");
    }

    @Override
    public void hangUp(Closing why) {
        executor.execute(() -> close(why));
    }

    private void close(Closing why) {
        try {
            session.close(new CloseReason(() -> why.code(), why.name().toLowerCase(Locale.ROOT)));
        } catch (IOException alreadyGone) {
            // Nothing left to close.
        }
    }

    private void tell(String type, String name, String value) {
        text(Json.createObjectBuilder()
                .add("type", type)
                .add(name, value.toLowerCase(Locale.ROOT))
                .build()
                .toString());
    }

    private void text(String json) {
        if (reserve(json.length())) {
            session.getAsyncRemote().sendText(json, result -> sent(json.length(), result));
        }
    }

    private boolean reserve(int bytes) {
        if (!session.isOpen()) {
            return false;
        }
        if (pending.addAndGet(bytes) > MOST_PENDING_BYTES) {
            hangUp(Closing.TOO_MANY);
            return false;
        }
        return true;
    }

    private void sent(int bytes, SendResult result) {
        pending.addAndGet(-bytes);
        if (!result.isOK()) {
            hangUp(Closing.MALFORMED);
        }
    }
}
