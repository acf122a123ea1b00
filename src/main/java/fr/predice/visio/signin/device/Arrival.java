package fr.predice.visio.signin.device;

import fr.predice.visio.platform.limit.ClientAddress;
import fr.predice.visio.platform.prerequisite.Product;
import fr.predice.visio.platform.prerequisite.UserAgent;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/**
 * Where somebody signs in from, as their browser says.
 *
 * @param browser its name, e.g. "Firefox"; empty where it names itself no way that we know
 * @param system the same of what it runs on
 * @param address the client's, as limits count it
 */
public record Arrival(String browser, String system, String address) {
    public static Arrival of(HttpServletRequest request) {
        var agent = UserAgent.of(request.getHeader("User-Agent"));
        return new Arrival(label(agent.browser()), label(agent.system()), ClientAddress.of(request));
    }

    private static <P extends Product> String label(Optional<UserAgent.Found<P>> found) {
        return found.map(one -> one.product().label()).orElse("");
    }
}
