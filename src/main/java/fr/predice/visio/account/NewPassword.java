package fr.predice.visio.account;

import java.util.UUID;

/**
 * A password that was judged and hashed, ready to be given to an account.
 *
 * @param former the hash that it replaces: if it is another one by then, nothing is given
 */
public record NewPassword(UUID account, String former, String hash) {
    @Override
    public String toString() {
        return "NewPassword[" + account + "]";
    }
}
