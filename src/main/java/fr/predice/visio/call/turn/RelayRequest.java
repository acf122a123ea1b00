package fr.predice.visio.call.turn;

import fr.predice.visio.call.turn.TurnAnswer.Outcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Asks for a relay as a browser does, first without credentials, and gives it back at once (RFC 8656 §6 to §8). */
final class RelayRequest {
    private static final System.Logger LOG = System.getLogger(RelayRequest.class.getName());

    /** UDP's protocol number, as the attribute has it: in the first of four bytes. */
    private static final int UDP = 17 << 24;

    private static final int UNAUTHENTICATED = 401;
    private static final int STALE_NONCE = 438;
    private static final int WRONG_CREDENTIALS = 441;
    private static final int QUOTA_REACHED = 486;
    private static final int NO_CAPACITY = 508;

    private final TurnLink link;
    private final TurnCredentials credentials;

    RelayRequest(TurnLink link, TurnCredentials credentials) {
        this.link = link;
        this.credentials = credentials;
    }

    /** What came of it; {@code detail} as in {@link TurnAnswer}. */
    record Result(Outcome outcome, String detail) {}

    Result ask() throws IOException {
        var question = allocate();
        var challenge = exchange(question, question.unsigned());
        if (challenge.isSuccess()) {
            return new Result(Outcome.STRANGE, "it gives relays to anybody, without credentials");
        }
        if (challenge.errorCode() != UNAUTHENTICATED) {
            return refused(challenge);
        }
        var answer = asked(challenge);
        return answer.errorCode() == STALE_NONCE ? judged(asked(answer), answer) : judged(answer, challenge);
    }

    private StunMessage asked(StunMessage challenge) throws IOException {
        var question = authenticated(allocate(), challenge);
        return exchange(question, question.signed(key(challenge)));
    }

    private Result judged(StunMessage answer, StunMessage challenge) throws IOException {
        if (!answer.isSuccess()) {
            return refused(answer);
        }
        if (!answer.isSignedWith(key(challenge))) {
            return new Result(Outcome.STRANGE, "its answer is not signed with our secret");
        }
        giveBack(challenge);
        return new Result(Outcome.RELAYS, "");
    }

    /** It did give one: what is lost on the way back runs out there by itself. */
    private void giveBack(StunMessage challenge) {
        var back = authenticated(StunMessage.of(StunMessage.REFRESH).with(StunMessage.LIFETIME, 0), challenge);
        try {
            exchange(back, back.signed(key(challenge)));
        } catch (IOException lost) {
            LOG.log(System.Logger.Level.DEBUG, "A relay was not given back", lost);
        }
    }

    private static Result refused(StunMessage answer) {
        var code = answer.errorCode();
        return switch (code) {
            case UNAUTHENTICATED, WRONG_CREDENTIALS ->
                new Result(Outcome.CREDENTIALS_REFUSED, "error " + code + ": another secret, or another hour there");
            case QUOTA_REACHED, NO_CAPACITY -> new Result(Outcome.FULL, "error " + code + ": no relay left");
            default -> new Result(Outcome.STRANGE, "error " + code);
        };
    }

    private static StunMessage allocate() {
        return StunMessage.of(StunMessage.ALLOCATE).with(StunMessage.REQUESTED_TRANSPORT, UDP);
    }

    private StunMessage authenticated(StunMessage question, StunMessage challenge) {
        return question.with(StunMessage.USERNAME, credentials.user().getBytes(StandardCharsets.UTF_8))
                .with(StunMessage.REALM, given(challenge, StunMessage.REALM))
                .with(StunMessage.NONCE, given(challenge, StunMessage.NONCE));
    }

    private byte[] key(StunMessage challenge) {
        return credentials.key(new String(given(challenge, StunMessage.REALM), StandardCharsets.UTF_8));
    }

    private static byte[] given(StunMessage challenge, int attribute) {
        return challenge.value(attribute).orElse(new byte[0]);
    }

    private StunMessage exchange(StunMessage question, byte[] bytes) throws IOException {
        link.send(bytes);
        while (true) {
            var received = link.receive();
            if (received.isEmpty()) {
                link.send(bytes);
            }
            Optional<StunMessage> answer = received.flatMap(StunMessage::read).filter(read -> read.answers(question));
            if (answer.isPresent()) {
                return answer.get();
            }
        }
    }
}
