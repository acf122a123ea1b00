package fr.predice.visio.signin.prosante;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** The text of an answer, which is no longer listened to once it grows too long. */
class ShortText implements BodySubscriber<String> {
    private final BodySubscriber<String> text = BodySubscribers.ofString(StandardCharsets.UTF_8);
    private final int most;
    private Flow.Subscription answer;
    private int read;

    /** @param most bytes */
    ShortText(int most) {
        this.most = most;
    }

    /** Fails with an {@link IOException} if there are more. */
    @Override
    public CompletionStage<String> getBody() {
        return text.getBody();
    }

    @Override
    public void onSubscribe(Flow.Subscription answer) {
        this.answer = answer;
        text.onSubscribe(answer);
    }

    @Override
    public void onNext(List<ByteBuffer> part) {
        read += part.stream().mapToInt(ByteBuffer::remaining).sum();
        if (read > most) {
            answer.cancel();
            text.onError(new IOException("more than " + most + " bytes"));
        } else {
            text.onNext(part);
        }
    }

    @Override
    public void onError(Throwable broken) {
        text.onError(broken);
    }

    @Override
    public void onComplete() {
        text.onComplete();
    }
}
