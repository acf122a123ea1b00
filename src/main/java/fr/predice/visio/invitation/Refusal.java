package fr.predice.visio.invitation;

import fr.predice.visio.platform.drain.NodeStops;
import fr.predice.visio.platform.limit.LimitReached;
import fr.predice.visio.platform.limit.LimitUnknown;
import fr.predice.visio.platform.phone.CountryRefused;
import fr.predice.visio.platform.phone.NotAMobile;
import java.util.List;

/**
 * Why no SMS left, as its organizer reads it.
 *
 * @param key of the sentence
 * @param arguments of the sentence
 * @param aboutNumber whether another number would do
 */
record Refusal(String key, List<Object> arguments, boolean aboutNumber) {
    static Refusal of(NotAMobile refused) {
        return new Refusal("invite.badNumber", List.of(), true);
    }

    static Refusal of(CountryRefused refused) {
        return new Refusal("invite.countryRefused", List.of(), true);
    }

    static Refusal of(SameNumber refused) {
        return new Refusal("invite.sameNumber", List.of(), true);
    }

    static Refusal of(NumberErased refused) {
        return new Refusal("invite.numberErased", List.of(), false);
    }

    static Refusal of(LimitReached busy) {
        return new Refusal("invite.busy." + busy.purpose(), List.of(busy.minutes(), busy.seconds()), false);
    }

    static Refusal of(NodeStops stops) {
        return new Refusal("invite.stopping", List.of(), false);
    }

    static Refusal of(LimitUnknown away) {
        return new Refusal("invite.impossible", List.of(), false);
    }
}
