package fr.predice.visio.platform.web;

import fr.predice.visio.platform.config.Settings;
import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The headers that every answer carries. */
@WebFilter(
        value = "/*",
        dispatcherTypes = {DispatcherType.REQUEST, DispatcherType.ERROR})
public class SecurityHeadersFilter extends HttpFilter {
    @Inject
    private Settings settings;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var data = OwnPath.of(request).startsWith("/api/");
        response.setHeader(ContentPolicy.HEADER, data ? ContentPolicy.OF_DATA : ContentPolicy.of(settings));
        response.setHeader(RequestReference.HEADER, RequestReference.of(request));
        response.setHeader("X-Content-Type-Options", "nosniff");
        // Not no-referrer: browsers then send "Origin: null" with our own forms.
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        if (!data) {
            response.setHeader(
                    "Permissions-Policy",
                    "camera=(self), microphone=(self), fullscreen=(self), geolocation=(), payment=()");
        }
        if (!settings.demo() && request.isSecure()) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
        if (response.getHeader("Cache-Control") == null && !Assets.served(request)) {
            response.setHeader("Cache-Control", "no-store");
        }
        chain.doFilter(request, new OnePolicyResponse(response));
    }
}
