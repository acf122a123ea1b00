package fr.predice.visio.support;

import fr.predice.visio.stack.Stack;
import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;

/** An organizer of a test's own, so that the limits of one test do not stop another. Its password is the demo's. */
public record TestAccount(String identifier, String mobile, String mail) {
    public static TestAccount open(Stack stack) {
        var number = ThreadLocalRandom.current().nextInt(10_000_000, 20_000_000);
        var account = new TestAccount("essai" + number, "+336" + number, "essai" + number + "@example.org");
        try (var connection = stack.database();
                var insert = connection.prepareStatement("""
                        INSERT INTO account
                        SELECT gen_random_uuid(), ?, password_hash, display_name, ?, ?, TRUE, created_at
                        FROM account WHERE identifier = 'organisateur'""")) {
            insert.setString(1, account.identifier());
            insert.setString(2, account.mobile());
            insert.setString(3, account.mail());
            insert.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        return account;
    }

    /** A number that nobody else in these tests was invited by, of metropolitan France: {@code 061…}. */
    public static String someNumber() {
        return "06" + ThreadLocalRandom.current().nextInt(10_000_000, 20_000_000);
    }
}
