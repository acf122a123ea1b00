package fr.predice.visio.platform.watch;

import java.time.Duration;

/** From where on somebody is told: the same for health, for « Vérifier l'installation » and for the console. */
public final class Tolerances {
    /**
     * A certificate with less left is worth a warning: a hospital that orders one needs weeks. Those that renew
     * themselves do so at thirty days, within hours.
     */
    public static final Duration CERTIFICATE = Duration.ofDays(30);

    /** Clocks in step by NTP differ by milliseconds: who is farther apart has none, and drifts on. */
    public static final Duration CLOCK = Duration.ofSeconds(2);

    /** One step of an authenticator app's codes: from here on, good codes are refused. */
    public static final Duration CLOCK_BROKEN = Duration.ofSeconds(30);

    private Tolerances() {}
}
