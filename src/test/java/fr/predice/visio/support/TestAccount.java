package fr.predice.visio.support;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import fr.predice.visio.stack.Stack;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** An organizer of a test's own, so that the limits of one test do not stop another. Its password is the demo's. */
public record TestAccount(String identifier, String mobile, String mail) {
    private static final String INSERT =
            "INSERT INTO account VALUES (gen_random_uuid(), ?, ?, 'Camille Martin', ?, ?, TRUE, now())";
    private static final String HASH = Password.hash(Portal.PASSWORD)
            .addRandomSalt()
            .with(Argon2Function.getInstance(19_456, 2, 1, 32, Argon2.ID))
            .getResult();
    private static final AtomicInteger NUMBERS =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(10_000_000, 20_000_000));

    public static TestAccount open(Stack stack) {
        try (var database = stack.database()) {
            return open(database);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** @param database of the tables' owner */
    public static TestAccount open(Connection database) throws SQLException {
        var number = NUMBERS.incrementAndGet();
        var account = new TestAccount("essai" + number, "+336" + number, "essai" + number + "@example.org");
        try (var insert = database.prepareStatement(INSERT)) {
            insert.setString(1, account.identifier());
            insert.setString(2, HASH);
            insert.setString(3, account.mobile());
            insert.setString(4, account.mail());
            insert.executeUpdate();
        }
        return account;
    }

    /** The same, of somebody who decides who has an account. */
    public static TestAccount openAdministrator(Stack stack) {
        return open(stack).with(stack, "role = 'ADMIN'");
    }

    /** The same, of somebody who helps at the console and decides nothing. */
    public static TestAccount openSupport(Stack stack) {
        return open(stack).with(stack, "role = 'SUPPORT'");
    }

    /** The same with this in the database, e.g. {@code "active = FALSE"}. */
    public TestAccount with(Stack stack, String values) {
        new Tables(stack).execute("UPDATE account SET " + values + " WHERE identifier = '" + identifier + "'");
        return this;
    }

    public UUID id(Stack stack) {
        return UUID.fromString(new Tables(stack)
                .texts("SELECT id::text FROM account WHERE identifier = '" + identifier + "'")
                .get(0));
    }

    /** A number that nobody else in these tests was invited by, of metropolitan France: {@code 061…}. */
    public static String someNumber() {
        return "06" + ThreadLocalRandom.current().nextInt(10_000_000, 20_000_000);
    }
}
