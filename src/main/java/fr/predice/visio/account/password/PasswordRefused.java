package fr.predice.visio.account.password;

import jakarta.ejb.ApplicationException;

/** The new password is none to have. */
@ApplicationException(rollback = true)
public class PasswordRefused extends RuntimeException {
    private final transient PasswordRules.Refusal why;

    public PasswordRefused(PasswordRules.Refusal why) {
        super(why.name());
        this.why = why;
    }

    public PasswordRules.Refusal why() {
        return why;
    }
}
