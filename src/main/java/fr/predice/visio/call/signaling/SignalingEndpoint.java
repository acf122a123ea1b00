package fr.predice.visio.call.signaling;

import fr.predice.visio.call.outcome.CallOutcome;
import fr.predice.visio.call.outcome.CallOutcomes;
import fr.predice.visio.call.room.Closing;
import fr.predice.visio.call.room.Side;
import fr.predice.visio.call.ticket.Admission;
import fr.predice.visio.call.ticket.Tickets;
import fr.predice.visio.platform.token.SecretToken;
import fr.predice.visio.platform.web.RequestReference;
import jakarta.annotation.Resource;
import jakarta.ejb.EJBException;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.time.Clock;
import java.util.concurrent.TimeUnit;

/**
 * One browser's socket: a ticket first, then its seat. Runs on the server's I/O threads, so whatever touches the
 * database goes to the executor; a relayed envelope touches memory only. The protocol stands in this package's
 * documentation.
 */
@ServerEndpoint(value = "/signaling", configurator = OwnOriginOnly.class)
public class SignalingEndpoint {
    private static final System.Logger LOG = System.getLogger(SignalingEndpoint.class.getName());
    private static final int MOST_BYTES = 64 * 1024;
    private static final int IDLE_MILLIS = 45_000;
    private static final int HELLO_SECONDS = 5;

    @Inject
    private Rooms rooms;

    @Inject
    private Tickets tickets;

    @Inject
    private CallOutcomes outcomes;

    @Inject
    private Clock clock;

    @Resource
    private ManagedScheduledExecutorService executor;

    private final String reference = RequestReference.next();
    private Conversation conversation;

    @OnOpen
    public void open(Session session) {
        session.setMaxBinaryMessageBufferSize(MOST_BYTES);
        session.setMaxIdleTimeout(IDLE_MILLIS);
        conversation = new Conversation(
                new SocketLine(session, executor), rooms, clock, (seat, outcome) -> later(() -> tell(seat, outcome)));
        executor.schedule(conversation::helloIsDue, HELLO_SECONDS, TimeUnit.SECONDS);
    }

    /** In parts: the server would gather a whole text before it looks at its length. */
    @OnMessage
    public void talk(String part, boolean last) {
        conversation.talk(part, last).ifPresent(ticket -> later(() -> admit(ticket)));
    }

    /** Off the I/O thread; what is logged meanwhile says of which socket it is. */
    private void later(Runnable work) {
        executor.execute(() -> RequestReference.during(reference, work));
    }

    private void admit(SecretToken ticket) {
        try {
            var admission = tickets.use(ticket).orElse(null);
            conversation.admit(admission);
            if (admission != null && admission.side() == Side.ORGANIZER) {
                rooms.tellDelivery(admission.invitation());
            }
        } catch (EJBException databaseAway) {
            LOG.log(System.Logger.Level.WARNING, "A ticket could not be looked up", databaseAway);
            conversation.admit(null);
        }
    }

    private void tell(Admission seat, CallOutcome outcome) {
        try {
            outcomes.tell(seat.invitation(), seat.side(), outcome);
        } catch (EJBException databaseAway) {
            LOG.log(System.Logger.Level.WARNING, "A call is missing from the figures", databaseAway);
        }
    }

    @OnMessage
    public void relay(byte[] envelope) {
        conversation.relay(envelope);
    }

    @OnClose
    public void close() {
        conversation.drop();
    }

    @OnError
    public void error(Session session, Throwable cause) {
        LOG.log(System.Logger.Level.DEBUG, "Socket {0} failed: {1}", reference, cause.toString());
        new SocketLine(session, executor).hangUp(Closing.MALFORMED);
    }
}
