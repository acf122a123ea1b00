package fr.predice.visio.admin;

import fr.predice.visio.stack.Stack;
import fr.predice.visio.stack.StackExtension;
import fr.predice.visio.support.ConsoleAttack;
import fr.predice.visio.support.Portal;
import fr.predice.visio.support.TestAccount;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** However its address is written, the console opens to administrators alone. */
@ExtendWith(StackExtension.class)
class SpellingsIT {
    private static final String HERE = "127.0.0.1";

    @Test
    void showsNothingToAStrangerNorToAnOrganizer(Stack stack) {
        var administrator = new Portal(stack.address()).signInToAdministrate(TestAccount.openAdministrator(stack));
        new ConsoleAttack(stack.address(), HERE, session(administrator)).findsTheContent();

        new ConsoleAttack(stack.address(), HERE, "").findsNothing();
        var organizer = new Portal(stack.address()).signIn(TestAccount.open(stack));
        new ConsoleAttack(stack.address(), HERE, session(organizer)).findsNothing();
    }

    private static String session(Portal portal) {
        return portal.visitor().cookie("__Host-session");
    }
}
