package fr.predice.visio.portal;

import fr.predice.visio.stack.Stack;
import fr.predice.visio.stack.StackExtension;
import fr.predice.visio.support.AxeReview;
import fr.predice.visio.support.BrokenTable;
import fr.predice.visio.support.Browsers;
import fr.predice.visio.support.People;
import fr.predice.visio.support.Portal;
import fr.predice.visio.support.TestAccount;
import fr.predice.visio.support.Tongue;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A page that the server cannot make. */
@Isolated("takes a table away from the whole site")
@ExtendWith(StackExtension.class)
class BrokenPortalIT {
    @RegisterExtension
    static final Browsers browsers = Browsers.willing();

    @Test
    void hasAReferenceThatTheLogKnows(Stack stack) throws Exception {
        var portal = new Portal(stack.address()).signIn(TestAccount.open(stack));
        var room = "/pro/salle?invitation=" + portal.invite(TestAccount.someNumber());

        try (var broken = BrokenTable.of(stack, "invitation")) {
            PortalIT.isOurs(portal.visitor().get(room), 500, "de notre côté", stack);
        }
    }

    @ParameterizedTest
    @EnumSource
    void staysKind(Tongue tongue, Stack stack) {
        var organizer = new People(stack)
                .organizer(browsers.desk(tongue).expectRefusal(500))
                .signIn();
        var axe = new AxeReview();

        try (var broken = BrokenTable.of(stack, "invitation")) {
            organizer.open("/pro/salle?invitation=" + UUID.randomUUID());
            organizer.hearsPage("error.500.title");
            axe.look("error.500.title", organizer.page());
        }

        axe.foundNothing();
    }
}
