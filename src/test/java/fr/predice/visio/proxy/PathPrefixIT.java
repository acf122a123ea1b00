package fr.predice.visio.proxy;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.predice.visio.invitation.GuestLanguage;
import fr.predice.visio.platform.web.Texts;
import fr.predice.visio.stack.FrontProxy;
import fr.predice.visio.stack.Stack;
import fr.predice.visio.support.Browsers;
import fr.predice.visio.support.Crawl;
import fr.predice.visio.support.Inbox;
import fr.predice.visio.support.People;
import fr.predice.visio.support.Portal;
import fr.predice.visio.support.RawRequest;
import fr.predice.visio.support.TestAccount;
import fr.predice.visio.support.TestCertificate;
import fr.predice.visio.support.Tongue;
import fr.predice.visio.support.Visitor;
import java.nio.file.Files;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The application behind a path of a hospital's site, through nginx, which lets nothing else through. */
class PathPrefixIT {
    private static final String PATH = "/visio";
    /** What a page, a style sheet or a redirect says of where something of ours is. */
    private static final Pattern ADDRESS = Pattern.compile("(?:href|src|action)=\"(/[^\"]*)\"");

    @RegisterExtension
    static final Browsers browsers = Browsers.credulous();

    private static FrontProxy proxy;
    private static TestCertificate certificate;
    private static Stack stack;
    private static String address;
    private static String server;

    @BeforeAll
    static void start() {
        certificate = TestCertificate.of("dns:localhost");
        proxy = new FrontProxy(FrontProxy.Kind.NGINX, "it-path-nginx");
        address = proxy.address() + PATH;
        stack = Stack.startDemo(
                "it-path",
                Map.of(
                        "VISIO_BEHIND_PROXY",
                        "true",
                        "VISIO_CONTEXT_PATH",
                        PATH,
                        "VISIO_PUBLIC_URL",
                        address,
                        "VISIO_ADMIN_MAIL",
                        "administrateur@example.org"));
        server = stack.address() + PATH;
        proxy.start(stack.address(), PATH + "/", certificate.keyStore(), TestCertificate.PASSWORD);
    }

    @AfterAll
    static void stop() {
        proxy.close();
        stack.close();
    }

    @Test
    void carriesTheWholeJob() {
        var people = new People(stack, address, server);
        // The link of a call that is over is read in another language: gone.
        var meeting = people.meetByHand(
                        browsers.desk(Tongue.FRENCH),
                        browsers.phone(Tongue.FRENCH).expectRefusal(410))
                .bothSeeAndHear();
        assertThat(people.messagesTo(meeting.number()))
                .allSatisfy(text -> assertThat(text).contains(address + "/r#"));

        meeting.organizer().leave();
        meeting.organizer().hears("room.ended");
        meeting.guest().hears("guest.ended");

        var guest = meeting.guest().page();
        guest.locator("summary:visible").tap();
        guest.locator("a[hreflang=ar]:visible").tap();
        assertThat(guest).hasURL(meeting.link().replace("/r#", "/r/ar#"));
        assertThat(meeting.guest().heading()).hasText(Texts.get(GuestLanguage.AR.locale(), "guest.ended"));

        // And back, by the page's own links.
        var page = meeting.organizer().page();
        page.navigate(address + "/pro/visio");
        assertThat(page.locator("#today-list")).containsText(Pattern.compile("[0-9]{2}"));
        page.navigate(address + "/compte");
        page.locator("a[href$='/compte/mot-de-passe']").click();
        page.waitForURL("**" + PATH + "/compte/mot-de-passe");
        page.locator("form[action$='/deconnexion'] button").click();
        page.waitForURL(address + "/");
        page.locator("a.brand").click();
        page.waitForURL(address + "/");
    }

    @Test
    void writesNoSecretPathDown() throws Exception {
        var secret = "0123456789abcdef0123456789abcdef";
        var visitor = new Visitor(address, certificate.client());
        visitor.get("/api/sms/receipts/" + secret + "?id=42&ptt=4");
        visitor.get("/prerequis");

        await().until(() -> Files.readString(stack.accessLog()).contains(PATH + "/prerequis"));
        assertThat(Files.readString(stack.accessLog()) + proxy.log()).doesNotContain(secret);
    }

    @Test
    void leadsNowhereBesideItsPath() {
        var visitor = new Visitor(address, certificate.client());
        var portal = new Portal(server, visitor);
        var account = TestAccount.open(stack);
        portal.givePassword(account.identifier(), Portal.PASSWORD, "SMS");
        assertThat(portal.giveCode(Inbox.of(server).codeFor(account.mobile()))
                        .headers()
                        .firstValue("Location"))
                .hasValue(PATH + "/pro/services");
        assertThat(visitor.cookie("__Host-session")).isNotEmpty();
        var room = portal.invite(TestAccount.someNumber());
        var seen = new Crawl(visitor, proxy.address(), PATH, Tongue.FRENCH)
                .from("/", "/pro/services", "/pro/salle?invitation=" + room, "/r", "/r/ar", "/demo/boite")
                .foundNothing()
                .pages();
        assertThat(seen)
                .hasSizeGreaterThan(30)
                .containsKeys("/r/ar", "/r/tr", "/aide/fiche-4", "/donnees-personnelles", "/compte/adresse");
        assertThat(ADDRESS.matcher(visitor.get("/nowhere").body()).results().map(one -> one.group(1)))
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one).startsWith(PATH + "/"));

        var stranger = new Visitor(address, certificate.client());
        new Crawl(stranger, proxy.address(), PATH, Tongue.ENGLISH)
                .from("/", "/inscription", "/r/en/simple")
                .foundNothing();
        assertThat(stranger.get("/pro/visio").headers().firstValue("Location"))
                .hasValue(PATH + "/connexion?retour=%2Fpro%2Fvisio");
        assertThat(stranger.get("/admin/").headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).startsWith(PATH + "/admin/connexion"));
        assertThat(stranger.get("/api/pro/invitations/x").statusCode()).isEqualTo(401);
        assertThat(RawRequest.send(stack.address(), null, "127.0.0.1", "GET /visio HTTP/1.1", "Host: evil.example"))
                .contains("Location: " + PATH + "/\r\n");
        // Who escapes the path itself still comes back to the page that was asked for.
        assertThat(RawRequest.send(stack.address(), null, "127.0.0.1", "GET /%76isio/pro/visio HTTP/1.1", "Host: a"))
                .contains("Location: " + PATH + "/connexion?retour=%2Fpro%2Fvisio\r\n");
        assertThat(Inbox.of(server).newest("administrateur@example.org", Pattern.compile("(https://\\S+/activation)#")))
                .isEqualTo(address + "/activation");
    }
}
