package fr.predice.visio.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.predice.visio.platform.token.SecretToken;
import fr.predice.visio.stack.Stack;
import fr.predice.visio.stack.StackExtension;
import fr.predice.visio.support.Browsers;
import fr.predice.visio.support.Inbox;
import fr.predice.visio.support.People;
import fr.predice.visio.support.Portal;
import fr.predice.visio.support.Tables;
import fr.predice.visio.support.TestAccount;
import fr.predice.visio.support.Tongue;
import fr.predice.visio.support.Visitor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What happens in the service, read by an administrator as numbers. */
@ExtendWith(StackExtension.class)
class FiguresIT {
    private static final String PAGE = "/admin/chiffres";
    private static final String NAME = "=Résidence \"Les Lilas\"";

    @RegisterExtension
    static final Browsers willing = Browsers.willing();

    @RegisterExtension
    static final Browsers refusing = Browsers.refusing();

    static Stack stack;
    static Tables tables;
    static Visitor admin;
    static String adminId;

    private final UUID establishment = UUID.randomUUID();
    private final String page = PAGE + "?etablissement=" + establishment;
    private final List<String> persons = new ArrayList<>();

    @BeforeAll
    static void open(Stack started) {
        stack = started;
        tables = new Tables(stack);
        var account = TestAccount.openAdministrator(stack);
        admin = new Portal(stack.address()).signInToAdministrate(account).visitor();
        adminId = idOf(account);
    }

    @BeforeEach
    void found() {
        tables.execute("INSERT INTO establishment (id, name, town, created_at) VALUES ('" + establishment + "', '"
                + NAME + "', '" + establishment + "', now())");
    }

    @Test
    void countsWhatHappensInAnEstablishmentAndNobodyInIt() {
        var people = new People(stack);
        var meeting = people.meet(willing.desk(Tongue.FRENCH), willing.phone(Tongue.FRENCH))
                .bothSeeAndHear();
        employ(meeting.organizer().account());
        employ(TestAccount.open(stack));
        var portal = new Portal(stack.address()).signIn(employ(TestAccount.open(stack)));

        var refused = invite(portal);
        var guest = people.guest(refusing.phone(Tongue.FRENCH)).open(stack.publicAddress() + "/r#" + refused.link());
        guest.join();
        guest.hears("guest.refused");
        awaitOutcome(refused.room(), "REFUSED");
        var unfit = invite(portal);
        look(unfit, "unsupported");
        var silent = invite(portal);
        redeem(silent);
        tables.execute("UPDATE outgoing_message SET state = 'FAILED' WHERE about = '" + silent.room() + "'");
        await().until(() ->
                tables.count("SELECT count(*) FROM call_outcome o JOIN invitation i ON i.id = o.invitation_id"
                                + " WHERE o.way = 'DIRECT' AND i.organizer_id = '"
                                + idOf(meeting.organizer().account()) + "'")
                        == 2);

        assertThat(totals("activity")).startsWith("2", "4", "1", "0");
        for (var invited : List.of(refused, unfit, silent)) {
            portal.visitor().postJson("/api/pro/rooms/" + invited.room() + "/end", "{}");
        }
        IntStream.range(0, 4).parallel().forEach(time -> admin.get(page));

        assertThat(totals("activity"))
                .startsWith("2", "4", "1", "3")
                .last()
                .asString()
                .matches("\\d,\\d\u00a0s");
        assertThat(totals("sms")).containsExactly("0", "3", "1", "0", "0", "0", "0");
        assertThat(totals("calls")).containsExactly("1", "0", "0", "1", "0", "0", "0", "1", "1");
        var exported = export();
        assertThat(exported.split("\r\n")[1])
                .matches("\"20\\d\\d-\\d\\d-\\d\\d\";\"'=Résidence \"\"Les Lilas\"\"\";\"" + establishment + "\";"
                        + "2;4;0;3;1;0;0;0;0;1;0;0;1;0;0;0;1;1".replaceAll("\\d", "\"$0\"") + ";\"\\d+00\"");

        var rows = String.join("\n", tables.texts("SELECT f::text FROM figure f"));
        assertThat(rows).contains(establishment.toString());
        assertThat(persons).hasSizeGreaterThan(20);
        assertThat(persons).noneMatch(rows::contains).noneMatch(exported::contains);
    }

    private TestAccount employ(TestAccount account) {
        tables.execute("UPDATE account SET establishment_id = '" + establishment + "' WHERE identifier = '"
                + account.identifier() + "'");
        persons.addAll(List.of(idOf(account), account.identifier(), account.mail(), "Camille"));
        persons.add(account.mobile().substring(3));
        return account;
    }

    private String export() {
        var form = admin.get(page).body();
        var answer = admin.submit(PAGE, form, "take", "export", Map.of());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("attachment")
                .containsPattern("chiffres-20\\d\\d-\\d\\d-\\d\\d-20\\d\\d-\\d\\d-\\d\\d\\.csv");
        assertThat(answer.body()).startsWith("\uFEFF\"Jour\";\"Établissement\";\"Commune\";\"Connexions\";");
        assertThat(tables.texts("SELECT subject FROM audit_event WHERE action = 'FIGURES_EXPORTED' AND actor = '"
                        + adminId + "'"))
                .singleElement()
                .asString()
                .matches("20\\d\\d-\\d\\d-\\d\\d/20\\d\\d-\\d\\d-\\d\\d");
        return answer.body();
    }

    @Test
    void keepsWhatFewPeopleDoInTheWhole() {
        var account = employ(TestAccount.open(stack));
        employ(TestAccount.open(stack));
        new Portal(stack.address()).signIn(account);

        assertThat(admin.get(page).body()).doesNotContain("value=\"" + establishment);
        assertThat(tables.texts("SELECT f::text FROM figure f"))
                .isNotEmpty()
                .noneMatch(row -> row.contains(establishment.toString()));

        employ(TestAccount.open(stack));
        assertThat(admin.get(page).body()).contains("value=\"" + establishment + "\" selected");
        assertThat(totals("activity")).startsWith("1", "0");
    }

    @Test
    void leavesDaysThatAreOverAsTheyWereCounted() {
        tables.execute("INSERT INTO figure SELECT current_date - days, CAST('" + establishment
                + "' AS uuid), name, bucket, total"
                + " FROM (VALUES (40, 'CALL_DIRECT', 0, 3), (40, 'PICTURE', 900, 2), (41, 'PICTURE', 2400, 1),"
                + " (2, 'SIGN_IN', 0, 7)) AS counted (days, name, bucket, total)");

        var body = read(page + "&periode=12");

        assertThat(totals(body, "activity")).containsExactly("0", "0", "3", "0", "0,9\u00a0s");
        assertThat(body).contains(Tongue.FRENCH.of("figures", "figures.chart.months"));
        assertThat(read(page + "&periode=7")).contains(Tongue.FRENCH.of("figures", "figures.empty"));
    }

    @Test
    void saysWhichDayItDoesNotUnderstand() {
        for (var asked : Map.of(
                        "du=hier&au=2026-11-30", "from",
                        "du=2026-11-01&au=31/11/x", "to",
                        "du=2026-11-02&au=01/11/2026", "order",
                        "du=2016-11-02&au=2026-11-02", "order")
                .entrySet()) {
            assertThat(read(PAGE + "?" + asked.getKey()))
                    .contains(Tongue.FRENCH.of("figures", "figures.problem." + asked.getValue()))
                    .contains("value=\"" + asked.getKey().replaceAll("du=([^&]*).*", "$1") + "\"");
        }
        assertThat(read(PAGE + "?du=02/11/2026&au=2026-11-03"))
                .contains("Du 2\u00a0novembre\u00a02026 au 3\u00a0novembre\u00a02026");
    }

    @Test
    void opensToAdministratorsAlone() {
        var form = admin.get(PAGE).body();
        var before = exports();
        var organizer =
                new Portal(stack.address()).signIn(TestAccount.open(stack)).visitor();
        var support = TestAccount.open(stack);
        tables.execute("UPDATE account SET role = 'SUPPORT' WHERE identifier = '" + support.identifier() + "'");
        var desk = new Portal(stack.address());
        desk.givePassword("/admin/connexion", support.identifier(), Portal.PASSWORD, "SMS");
        desk.giveCode(Inbox.of(stack.address()).codeFor(support.mobile()));

        for (var other : List.of(new Visitor(stack.address()), organizer, desk.visitor())) {
            assertThat(other.get(PAGE).statusCode()).isIn(302, 403);
            assertThat(other.submit(PAGE, form, "take", "export", Map.of()).body())
                    .doesNotContain("\"Connexions\";");
        }
        assertThat(organizer.get(PAGE).statusCode()).isEqualTo(403);
        assertThat(exports()).isEqualTo(before);
    }

    private static int exports() {
        return tables.count("SELECT count(*) FROM audit_event WHERE action = 'FIGURES_EXPORTED'");
    }

    private record Invited(UUID room, String link) {}

    private Invited invite(Portal portal) {
        var number = TestAccount.someNumber();
        var room = portal.invite(number);
        var link = Inbox.of(stack.address()).linkFor("+33" + number.substring(1));
        persons.addAll(List.of(number.substring(1), room.toString(), link));
        return new Invited(room, link);
    }

    private static void look(Invited invited, String browser) {
        var body = "{\"token\":\"" + invited.link() + "\",\"browser\":\"" + browser + "\"}";
        new Visitor(stack.address()).postJson("/api/guest/look", body);
    }

    private static void redeem(Invited invited) {
        var body = "{\"token\":\"" + invited.link() + "\",\"seat\":\""
                + SecretToken.random().text() + "\"}";
        assertThat(new Visitor(stack.address())
                        .postJson("/api/guest/redeem", body)
                        .statusCode())
                .isEqualTo(200);
    }

    private static void awaitOutcome(UUID room, String cause) {
        await().until(() -> tables.texts(
                        "SELECT cause FROM call_outcome WHERE invitation_id = '" + room + "' AND side = 'PARTICIPANT'")
                .contains(cause));
    }

    private static String idOf(TestAccount account) {
        return tables.texts("SELECT id::text FROM account WHERE identifier = '" + account.identifier() + "'")
                .get(0);
    }

    private List<String> totals(String table) {
        return totals(read(page), table);
    }

    private static String read(String path) {
        return admin.get(path).body().replace("&nbsp;", "\u00a0");
    }

    /** The last line of the page's table with this name. */
    private static List<String> totals(String body, String table) {
        var start = body.indexOf("<tfoot>", body.indexOf("<h3 id=\"table-" + table));
        assertThat(start).as(body).isPositive();
        return Pattern.compile("<td>([^<]*)</td>")
                .matcher(body.substring(start, body.indexOf("</tfoot>", start)))
                .results()
                .map(cell -> cell.group(1))
                .toList();
    }
}
