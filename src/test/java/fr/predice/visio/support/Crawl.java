package fr.predice.visio.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Follows each link of the application's pages, and theirs: pages, pictures, styles, forms, and places on a page, named
 * from the site's root or with all of its address. Of addresses that differ in their question alone, a few are enough.
 */
public final class Crawl {
    private static final Pattern REFERENCE = Pattern.compile("\\b(?:href|src|action)=\"([^\"]*)\"");
    private static final Pattern IN_STYLES = Pattern.compile("url\\(['\"]?([^)'\"]+)");
    private static final Pattern ELSEWHERE = Pattern.compile("(?:https?|mailto|tel|sms|data|blob):.*");
    /** An invitation's key, which its page reads by itself. */
    private static final Pattern SECRET = Pattern.compile("[\\w-]{22}");

    private static final int ENOUGH = 3;
    private static final int OK = 200;
    private static final int FOUND = 302;

    private final Visitor visitor;
    private final String site;
    private final String path;
    private final String language;
    private final Deque<String> ahead = new ArrayDeque<>();
    private final Map<String, HttpResponse<String>> answers = new TreeMap<>();
    private final Map<String, Integer> looks = new HashMap<>();
    private final List<String> faults = new ArrayList<>();

    /**
     * @param visitor who may be signed in
     * @param site where the application is, without its path
     * @param path of the application on its site, which all its links begin with; empty where it is alone there
     */
    public Crawl(Visitor visitor, String site, String path, Tongue tongue) {
        this.visitor = visitor;
        this.site = site;
        this.path = path;
        this.language = tongue == Tongue.FRENCH ? "fr" : "en";
    }

    /** @param pages as the application names them */
    public Crawl from(String... pages) {
        for (var page : pages) {
            follow("the start", path + "/", path + page);
        }
        while (!ahead.isEmpty()) {
            read(ahead.pop());
        }
        return this;
    }

    /** Every page that was seen, by its address, with all that is written in it. */
    public Map<String, String> pages() {
        var pages = new TreeMap<String, String>();
        answers.forEach((address, answer) -> {
            if (isPage(answer)) {
                pages.put(address.substring(path.length()), answer.body());
            }
        });
        return pages;
    }

    public Crawl foundNothing() {
        assertThat(faults).isEmpty();
        return this;
    }

    private void read(String address) {
        var answer = answers.get(address);
        // In the other language it is the same page.
        if (isPage(answer) && !address.contains("lang=")) {
            REFERENCE.matcher(answer.body()).results().forEach(found -> follow(address, address, found.group(1)));
        } else if (address.endsWith(".css")) {
            IN_STYLES.matcher(answer.body()).results().forEach(found -> follow(address, address, found.group(1)));
        }
    }

    /** @param page that the reference is relative to */
    private void follow(String from, String page, String written) {
        var reference = written.replace("&amp;", "&").replaceFirst("^\\Q" + site + "\\E(?=/)", "");
        if (ELSEWHERE.matcher(reference).matches()) {
            return;
        }
        var to = URI.create(page).resolve(reference.isEmpty() ? page : reference);
        var fragment = to.getRawFragment();
        var address = to.toString().replaceFirst("#.*", "");
        if (!address.startsWith(path + "/") || address.startsWith(path + path + "/") && !path.isEmpty()) {
            faults.add(from + " leads beside the application: " + written);
            return;
        }
        var answer = look(from, address);
        if (answer != null && fragment != null && !SECRET.matcher(fragment).matches() && !has(answer, fragment)) {
            faults.add(from + " leads to a place that is not there: " + written);
        }
    }

    private static boolean has(HttpResponse<String> answer, String place) {
        return answer.statusCode() != OK || answer.body().contains(" id=\"" + place + "\"");
    }

    /** @return nothing for an address that enough others stand for */
    private HttpResponse<String> look(String from, String address) {
        var known = answers.get(address);
        if (known != null || looks.merge(address.replaceFirst("\\?.*", ""), 1, Integer::sum) > ENOUGH) {
            return known;
        }
        visitor.cookie("lang", language);
        var answer = visitor.get(site + address);
        answers.put(address, answer);
        ahead.push(address);
        var status = answer.statusCode();
        if (status == FOUND) {
            follow(
                    from + " by " + address,
                    address,
                    answer.headers().firstValue("Location").orElseThrow());
        } else if (status != OK) {
            faults.add(from + " leads to " + address + ", which answers " + status);
        }
        return answer;
    }

    private static boolean isPage(HttpResponse<String> answer) {
        return answer.statusCode() == OK
                && answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html");
    }
}
