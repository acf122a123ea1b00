package fr.predice.visio.messaging.sms.ovh;

import static org.assertj.core.api.Assertions.assertThat;

import fr.predice.visio.support.MovedClock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class OvhClockTest {
    private static final int MANY = 8;

    /** One after the other, eight questions of ten seconds would outlast a message's lease. */
    @Test
    void asksForManyMessagesAtTheSameTime() throws InterruptedException {
        var asking = new CountDownLatch(MANY);
        var answer = new CountDownLatch(1);
        var clock = new OvhClock(new MovedClock(), () -> {
            asking.countDown();
            awaits(answer);
            return 1;
        });
        var messages = Executors.newFixedThreadPool(MANY);

        for (var message = 0; message < MANY; message++) {
            messages.submit(clock::now);
        }

        var allAsk = asking.await(5, TimeUnit.SECONDS);
        answer.countDown();
        messages.shutdown();
        assertThat(allAsk).isTrue();
        assertThat(messages.awaitTermination(5, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void asksAgainOnlyAfterARest() throws OvhFailure {
        var own = new MovedClock();
        var asked = new int[1];
        var clock = new OvhClock(own, () -> ++asked[0] * 1000L);

        assertThat(clock.now()).isEqualTo(1000);
        own.move(Duration.ofSeconds(20));
        assertThat(clock.now()).isEqualTo(1020);
        own.move(Duration.ofSeconds(21));
        assertThat(clock.now()).isEqualTo(2000);
        clock.distrust();
        assertThat(clock.now()).isEqualTo(3000);
    }

    private static void awaits(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
