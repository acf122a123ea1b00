package fr.predice.visio.signin;

import fr.predice.visio.messaging.sms.SmsLimits;
import fr.predice.visio.platform.limit.LimitReached;
import fr.predice.visio.platform.web.Notices;

/** Says to whoever signs in which limit was met. */
public final class TooMany {
    private TooMany() {}

    public static void say(LimitReached met) {
        if (met.purpose().equals(SmsLimits.SITE)) {
            Notices.error("signin.noSms");
        } else {
            Notices.error("signin.busy", met.minutes());
        }
    }
}
