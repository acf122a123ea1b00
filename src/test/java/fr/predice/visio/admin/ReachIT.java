package fr.predice.visio.admin;

import static org.assertj.core.api.Assertions.assertThat;

import fr.predice.visio.stack.Stack;
import fr.predice.visio.stack.StackExtension;
import fr.predice.visio.support.Inbox;
import fr.predice.visio.support.Portal;
import fr.predice.visio.support.Tables;
import fr.predice.visio.support.TestAccount;
import fr.predice.visio.support.Visitor;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An administrator changes how somebody is reached, and the somebody proves it. */
@ExtendWith(StackExtension.class)
class ReachIT {
    private static final Pattern CODE = Pattern.compile("confirmation est ([0-9]{6})");
    private static final Pattern LINK = Pattern.compile("/confirmation-mail#(\\S{22})");

    private static Stack stack;
    private static Inbox inbox;
    private static Tables tables;
    private static TestAccount administrator;
    private static Visitor admin;

    private final TestAccount person = TestAccount.open(stack);
    private final String page = "/admin/compte?id=" + person.id(stack);
    private final Visitor visitor = new Visitor(stack.address());

    @BeforeAll
    static void signIn(Stack started) {
        stack = started;
        inbox = Inbox.of(started.address());
        tables = new Tables(started);
        administrator = TestAccount.openAdministrator(stack);
        admin = new Portal(stack.address()).signInToAdministrate(administrator).visitor();
    }

    @Test
    void changesAMobileOnceItIsProved() {
        var number = TestAccount.someNumber();
        var mobile = "+33" + number.substring(1);

        assertThat(deed(admin, "mobileChange", "sendCode", Map.of("newMobile", "0322803170"))
                        .body())
                .contains("Ce n’est pas un numéro de portable");
        deed(admin, "mobileChange", "sendCode", Map.of("newMobile", number));
        assertThat(admin.get(page).body()).contains("Un SMS part vers", "Attend sa confirmation");
        assertThat(mobile()).isEqualTo(person.mobile());

        var code = inbox.newest(mobile, CODE);
        prove("/confirmation", Map.of("identifier", "somebody.else", "code", code));
        assertThat(mobile()).isEqualTo(person.mobile());
        prove("/confirmation", Map.of("identifier", person.identifier(), "code", code));

        assertThat(mobile()).isEqualTo(mobile);
        assertThat(inbox.to(person.mobile())).anySatisfy(sms -> assertThat(sms).contains("vient de changer"));
        assertThat(tables.texts("SELECT action FROM audit_event WHERE actor IN (SELECT id::text FROM account"
                        + " WHERE identifier IN ('" + administrator.identifier() + "', '" + person.identifier()
                        + "'))"))
                .contains("CONTACT_ASKED", "CONTACT_CHANGED");
    }

    @Test
    void changesAnAddressOnceItIsProved() {
        var mail = "nouveau" + person.mail();

        deed(admin, "mailChange", "sendLink", Map.of("newMail", mail));
        var token = inbox.newest(mail, LINK);
        assertThat(mail()).isEqualTo(person.mail());
        prove("/confirmation-mail", Map.of("identifier", person.identifier(), "token", token));

        assertThat(mail()).isEqualTo(mail);
        assertThat(inbox.to(person.mail())).anySatisfy(told -> assertThat(told).contains("remplacée par une autre"));
    }

    /** Whoever helps only, with a form that an administrator's page holds; and an administrator with their own. */
    @Test
    void leavesItToWhoeverDecides() {
        var support = new Portal(stack.address())
                .signInToSupport(TestAccount.openSupport(stack))
                .visitor();
        var own = "/admin/compte?id=" + administrator.id(stack);
        assertThat(support.get(page).body()).doesNotContain("mobileChange");
        assertThat(admin.get(own).body()).doesNotContain("mobileChange");

        var number = TestAccount.someNumber();
        var form = admin.get(page).body();
        support.submit(page, form, "mobileChange", "sendCode", Map.of("newMobile", number));
        admin.submit(
                own,
                form.replace(
                        person.id(stack).toString(), administrator.id(stack).toString()),
                "mobileChange",
                "sendCode",
                Map.of("newMobile", number));

        assertThat(inbox.to("+33" + number.substring(1))).isEmpty();
        assertThat(tables.count("SELECT count(*) FROM contact_change WHERE account_id IN ('" + person.id(stack) + "', '"
                        + administrator.id(stack) + "')"))
                .isZero();
    }

    private HttpResponse<String> deed(Visitor officer, String form, String button, Map<String, String> fields) {
        return officer.submit(page, officer.get(page).body(), form, button, fields);
    }

    private void prove(String path, Map<String, String> fields) {
        visitor.submit(path, visitor.get(path).body(), "proof", "prove", fields);
    }

    private String mobile() {
        return one("mobile");
    }

    private String mail() {
        return one("mail");
    }

    private String one(String column) {
        return tables.texts("SELECT " + column + " FROM account WHERE identifier = '" + person.identifier() + "'")
                .get(0);
    }
}
