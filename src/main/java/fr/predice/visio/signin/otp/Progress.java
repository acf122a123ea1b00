package fr.predice.visio.signin.otp;

import fr.predice.visio.account.Account;
import java.time.Duration;
import java.time.Instant;

/**
 * Where a sign-in stands.
 *
 * @param destination masked; empty where nothing is sent
 * @param failed the last code surely did not leave
 * @param authenticator the account has an app that gives codes too
 * @param bySmsAlone no code is mailed: the password was
 */
public record Progress(
        Way way,
        String destination,
        int attemptsLeft,
        int sendsLeft,
        Instant validUntil,
        Duration resendAfter,
        boolean failed,
        boolean authenticator,
        boolean bySmsAlone) {

    static Progress of(
            Challenge challenge,
            Account account,
            boolean failed,
            boolean authenticator,
            boolean bySmsAlone,
            Instant now) {
        var wait = Duration.between(now, challenge.lastSentAt().plus(OneTimeCodes.RESEND_AFTER));
        return new Progress(
                challenge.way(),
                destination(challenge.way(), account),
                challenge.attemptsLeft(),
                challenge.sendsLeft(),
                challenge.codeExpiresAt(),
                wait.isNegative() ? Duration.ZERO : wait,
                failed,
                authenticator,
                bySmsAlone);
    }

    private static String destination(Way way, Account account) {
        return switch (way) {
            case SMS -> account.mobile().masked();
            case MAIL -> masked(account.mail());
            case APP -> "";
        };
    }

    private static String masked(String mail) {
        return mail.charAt(0) + "•••" + mail.substring(mail.lastIndexOf('@'));
    }
}
