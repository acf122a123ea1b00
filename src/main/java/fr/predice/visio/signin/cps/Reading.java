package fr.predice.visio.signin.cps;

import fr.predice.visio.account.Account;
import fr.predice.visio.signin.cps.trust.CardHolder;
import fr.predice.visio.signin.cps.trust.CardRefused;
import java.util.Optional;

/**
 * What became of reading a card.
 *
 * @param holder where the card is believed
 * @param account where {@code holder} has one here, active or not
 * @param refusal where the card is not believed
 */
public record Reading(
        Outcome outcome, Optional<CardHolder> holder, Optional<Account> account, Optional<CardRefused.Reason> refusal) {
    public enum Outcome {
        NO_CARD,
        REFUSED,
        UNKNOWN,
        SUSPENDED,
        KNOWN
    }

    static Reading noCard() {
        return new Reading(Outcome.NO_CARD, Optional.empty(), Optional.empty(), Optional.empty());
    }

    static Reading refused(CardRefused refused) {
        return new Reading(Outcome.REFUSED, Optional.empty(), Optional.empty(), Optional.of(refused.reason()));
    }

    static Reading of(CardHolder holder, Optional<Account> account) {
        var outcome = account.map(one -> one.isActive() ? Outcome.KNOWN : Outcome.SUSPENDED)
                .orElse(Outcome.UNKNOWN);
        return new Reading(outcome, Optional.of(holder), account, Optional.empty());
    }

    /** Whom the card lets in. */
    Optional<Account> admitted() {
        return account.filter(one -> outcome == Outcome.KNOWN);
    }
}
