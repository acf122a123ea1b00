package fr.predice.visio.signin.otp;

import fr.predice.visio.account.Account;
import fr.predice.visio.messaging.Channel;
import java.time.Duration;
import java.time.Instant;

/**
 * Where a sign-in stands.
 *
 * @param destination masked
 * @param failed the last code surely did not leave
 */
public record Progress(
        Channel channel,
        String destination,
        int attemptsLeft,
        int sendsLeft,
        Instant validUntil,
        Duration resendAfter,
        boolean failed) {

    static Progress of(Challenge challenge, Account account, boolean failed, Instant now) {
        var destination = challenge.channel() == Channel.SMS ? account.mobile().masked() : masked(account.mail());
        var wait = Duration.between(now, challenge.lastSentAt().plus(OneTimeCodes.RESEND_AFTER));
        return new Progress(
                challenge.channel(),
                destination,
                challenge.attemptsLeft(),
                challenge.sendsLeft(),
                challenge.codeExpiresAt(),
                wait.isNegative() ? Duration.ZERO : wait,
                failed);
    }

    private static String masked(String mail) {
        return mail.charAt(0) + "•••" + mail.substring(mail.lastIndexOf('@'));
    }
}
