package fr.predice.visio.platform.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The language of a page: the person's choice if there is one, else the browser's, else French. Opens no session. */
@Named
@RequestScoped
public class Language {
    static final String NAME = "lang";
    private static final List<String> KNOWN = List.of("fr", "en");

    @Inject
    private HttpServletRequest request;

    public String getTag() {
        return among(KNOWN);
    }

    /** Whether the portal's own pages are written in it. */
    public static boolean speaks(String tag) {
        return KNOWN.contains(tag);
    }

    /** @param known the tags of the languages that a page is written in */
    public String among(List<String> known) {
        return chosen(request)
                .or(this::remembered)
                .or(() -> Collections.list(request.getLocales()).stream()
                        .map(Locale::getLanguage)
                        .filter(known::contains)
                        .findFirst())
                .orElse("fr");
    }

    static Optional<String> chosen(HttpServletRequest request) {
        return Optional.ofNullable(request.getParameter(NAME)).filter(KNOWN::contains);
    }

    private Optional<String> remembered() {
        return Stream.ofNullable(request.getCookies())
                .flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(NAME))
                .map(Cookie::getValue)
                .filter(KNOWN::contains)
                .findFirst();
    }

    public Locale getLocale() {
        return Locale.forLanguageTag(getTag());
    }

    public boolean isFrench() {
        return getTag().equals("fr");
    }

    public String getOther() {
        return isFrench() ? "en" : "fr";
    }

    /** This same page in the other language. */
    public String getSwitchAddress() {
        var failed = (String) request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        // One slash: two would name another site.
        var path = (failed == null ? request.getRequestURI() : failed).replaceFirst("^[/\\\\]+", "/");
        var rest = Stream.of(
                        Optional.ofNullable(request.getQueryString()).orElse("").split("&"))
                .filter(pair -> !pair.isEmpty() && !pair.startsWith(NAME + "="));
        return path + "?"
                + Stream.concat(rest, Stream.of(NAME + "=" + getOther())).collect(Collectors.joining("&"));
    }
}
