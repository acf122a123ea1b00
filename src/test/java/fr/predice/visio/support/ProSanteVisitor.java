package fr.predice.visio.support;

import static org.assertj.core.api.Assertions.assertThat;

import fr.predice.visio.stack.OidcProvider;
import fr.predice.visio.stack.Stack;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** One browser on its way from the portal to Pro Santé Connect and back, step by step, over HTTP. */
public final class ProSanteVisitor {
    /**
     * Whom the provider identifies.
     *
     * @param national the national identifier, e.g. {@code 810002813839}
     */
    public record Person(String national, String givenName, String familyName) {
        public static Person of(NewcomersForm newcomer) {
            return new Person("8" + newcomer.number(), newcomer.givenName(), newcomer.familyName());
        }

        private String typed(String answer) {
            return "number=" + national + "&given=" + encode(givenName) + "&family=" + encode(familyName) + "&answer="
                    + answer;
        }
    }

    private final String home;
    private final OidcProvider provider;
    private final Visitor here;
    private final Visitor there;

    public ProSanteVisitor(Stack stack, OidcProvider provider) {
        this(stack.address(), provider);
    }

    /** @param home the address of whoever sends people there */
    public ProSanteVisitor(String home, OidcProvider provider) {
        this.home = home;
        this.provider = provider;
        this.here = new Visitor(home);
        this.there = new Visitor(provider.address(), provider.trusting());
    }

    /** The same browser at the portal. */
    public Visitor here() {
        return here;
    }

    /** @param page that was asked for */
    public HttpResponse<String> begin(String page) {
        return here.get("/pro-sante-connect?retour=" + encode(page));
    }

    /** @return the address with the provider's answer, which the browser has not opened */
    public String identifiedAs(Person person) {
        return identifiedAs(person, "/pro/visio");
    }

    /** @param page that was asked for */
    public String identifiedAs(Person person, String page) {
        return answerTo(location(begin(page)), person);
    }

    /** @param question the address that leads to the provider */
    public String answerTo(String question, Person person) {
        return answered(question, person.typed("yes"));
    }

    /** The same, of a person who gives up there. */
    public String gaveUp() {
        return answered(location(begin("/pro/visio")), "answer=no");
    }

    private String answered(String question, String typed) {
        var next = question;
        for (var steps = 0; steps < 8; steps++) {
            if (next.startsWith(home)) {
                return next;
            }
            next = follow(next, typed);
        }
        throw new AssertionError("lost at " + next);
    }

    private String follow(String address, String typed) {
        var answer = there.get(address);
        if (answer.statusCode() == 200) {
            answer = there.post(address, typed);
        }
        return URI.create(address).resolve(location(answer)).toString();
    }

    public HttpResponse<String> comeBack(String address) {
        return here.get(address);
    }

    /** All the way, to the page to call from. */
    public HttpResponse<String> signIn(Person person) {
        return comeBack(identifiedAs(person));
    }

    /**
     * Leaves the provider's session, as its page offers.
     *
     * @return where it sends the browser then
     */
    public String leave(String address) {
        var page = there.get(address).body();
        var xsrf = page.replaceAll("(?s).*name=\"xsrf\" value=\"([^\"]+)\".*", "$1");
        return location(there.post(provider.issuer() + "/session/end/confirm", "xsrf=" + xsrf + "&logout=yes"));
    }

    /** Whether the provider would have to ask who the person is. */
    public boolean isAsked() {
        var next = there.get(location(begin("/pro/visio")));
        return location(next).contains("/signin/");
    }

    public boolean isSignedIn() {
        return here.get("/pro/services").statusCode() == 200;
    }

    public static String location(HttpResponse<String> answer) {
        assertThat(answer.headers().firstValue("Location")).as(answer.body()).isPresent();
        return answer.headers().firstValue("Location").get();
    }

    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
