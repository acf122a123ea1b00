package fr.predice.visio.signin;

import fr.predice.visio.messaging.sms.SmsLimits;
import fr.predice.visio.platform.limit.LimitReached;
import fr.predice.visio.platform.web.Notices;
import fr.predice.visio.signin.throttle.Throttle;

/** Says to whoever signs in which limit was met. */
public final class TooMany {
    /** Purpose of {@link LimitReached}: so many sign in at this moment that one more had better wait. */
    public static final String CROWD = "sign-in-crowd";

    private TooMany() {}

    public static void say(LimitReached met) {
        switch (met.purpose()) {
            case SmsLimits.SITE -> Notices.error("signin.noSms");
            case Throttle.DELAY -> Notices.error("sessions.throttle.delay", met.seconds());
            case Throttle.LOCK -> Notices.error("sessions.throttle.lock", met.minutes());
            case CROWD -> Notices.error("sessions.throttle.crowd");
            default -> Notices.error("signin.busy", met.minutes());
        }
    }
}
