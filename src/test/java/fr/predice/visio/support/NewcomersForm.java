package fr.predice.visio.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.predice.visio.stack.Stack;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A professional who asks for an account, with a number, an address and a mobile that nobody else has. */
public record NewcomersForm(String givenName, String familyName, String number, String mail, String mobile) {
    private static final Pattern LINK = Pattern.compile("(https?://\\S+/demande#\\S{22})");

    public static NewcomersForm of(String givenName, String familyName) {
        var number = rpps();
        return new NewcomersForm(
                givenName,
                familyName + " " + inLetters(number.substring(4)),
                number,
                "essai" + number + "@example.org",
                "+336" + number.substring(2, 10));
    }

    /** A name has no digits. */
    private static String inLetters(String digits) {
        return digits.chars()
                .mapToObj(digit -> String.valueOf((char) (digit - '0' + 'a')))
                .collect(Collectors.joining());
    }

    private static String rpps() {
        var ten = "10" + ThreadLocalRandom.current().nextInt(10_000_000, 20_000_000);
        var sum = IntStream.range(0, ten.length())
                .map(place -> Character.digit(ten.charAt(ten.length() - 1 - place), 10) * (place % 2 == 0 ? 2 : 1))
                .map(weighed -> weighed / 10 + weighed % 10)
                .sum();
        return ten + (10 - sum % 10) % 10;
    }

    public String name() {
        return givenName + " " + familyName;
    }

    /** What is typed, by the last part of each field's text key, which is also the field's id. */
    public Map<String, String> fields() {
        var fields = new LinkedHashMap<String, String>();
        fields.put("givenName", givenName);
        fields.put("familyName", familyName);
        fields.put("profession", "Infirmière");
        fields.put("number", number);
        fields.put("establishment", "Les Tilleuls");
        fields.put("town", "Amiens");
        fields.put("finess", "");
        fields.put("mail", mail);
        fields.put("mobile", "0" + mobile.substring(3));
        return fields;
    }

    public HttpResponse<String> send(Visitor visitor) {
        var ticked = new HashMap<>(fields());
        ticked.put("attested", "on");
        ticked.put("agreed", "on");
        return visitor.submit("/inscription", visitor.get("/inscription").body(), "registration", "ask", ticked);
    }

    /** Sends the form as somebody does who was never shown it. */
    public HttpResponse<String> sendUnseen(Visitor visitor) {
        var ticked = new HashMap<>(fields());
        ticked.putAll(Map.of("attested", "on", "agreed", "on", "jakarta.faces.ViewState", "0:0"));
        ticked.put("registration", "registration");
        return visitor.submit("/inscription", "<form id=\"registration\"></form>", "registration", "ask", ticked);
    }

    /** Sends the form, and taps what the mail's link shows. @return the link */
    public String prove(Stack stack) {
        var visitor = new Visitor(stack.address());
        var inbox = Inbox.of(stack.address());
        var former = inbox.to(mail).size();
        assertThat(send(visitor).statusCode()).isEqualTo(302);
        await().until(() -> inbox.to(mail).size() > former);
        var link = inbox.newest(mail, LINK);
        var token = link.substring(link.indexOf('#') + 1);
        assertThat(visitor.postJson("/api/registration/prove", "{\"token\":\"" + token + "\"}")
                        .statusCode())
                .isEqualTo(200);
        return link;
    }
}
