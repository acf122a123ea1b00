package fr.predice.visio.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;

/** Remembers the language that a person chose by {@code ?lang=}. */
@WebFilter("/*")
public class LanguageFilter extends HttpFilter {
    private static final Duration KEPT = Duration.ofDays(365);

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        Language.chosen(request).ifPresent(language -> response.addCookie(Cookies.of(Language.NAME, language, KEPT)));
        chain.doFilter(request, response);
    }
}
