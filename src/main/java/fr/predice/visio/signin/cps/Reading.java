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
        /** The account has this number, which nobody proved yet, and another name. */
        OTHER_NAME,
        /** Read too often for now, by one card. */
        BUSY,
        KNOWN
    }

    static Reading noCard() {
        return new Reading(Outcome.NO_CARD, Optional.empty(), Optional.empty(), Optional.empty());
    }

    static Reading refused(CardRefused refused) {
        return new Reading(Outcome.REFUSED, Optional.empty(), Optional.empty(), Optional.of(refused.reason()));
    }

    static Reading busy() {
        return new Reading(Outcome.BUSY, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /**
     * @param own whether the account's number is that of {@code holder}, see
     *     {@link fr.predice.visio.signin.NumberProof}
     */
    static Reading of(CardHolder holder, Optional<Account> account, boolean own) {
        var outcome = Outcome.UNKNOWN;
        if (account.isPresent()) {
            var open = own ? Outcome.KNOWN : Outcome.OTHER_NAME;
            outcome = account.get().isActive() ? open : Outcome.SUSPENDED;
        }
        return new Reading(outcome, Optional.of(holder), account, Optional.empty());
    }

    /** Whom the card lets in. */
    Optional<Account> admitted() {
        return account.filter(one -> outcome == Outcome.KNOWN);
    }
}
