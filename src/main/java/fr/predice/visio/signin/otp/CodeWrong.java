package fr.predice.visio.signin.otp;

import jakarta.ejb.ApplicationException;

/** Not the code that was sent last. */
@ApplicationException(rollback = true)
public class CodeWrong extends RuntimeException {
    private final int attemptsLeft;

    CodeWrong(int attemptsLeft) {
        this.attemptsLeft = attemptsLeft;
    }

    public int attemptsLeft() {
        return attemptsLeft;
    }
}
