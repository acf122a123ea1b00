package fr.predice.visio.platform.web;

import jakarta.faces.context.FacesContext;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;

/** What a page leaves in the browser. */
public final class Cookies {
    private Cookies() {}

    /** Neither scripts nor other sites' forms get hold of it. @param name begins with {@code __Host-} */
    public static void keep(String name, String value, Duration kept) {
        var response = FacesContext.getCurrentInstance().getExternalContext().getResponse();
        ((HttpServletResponse) response).addCookie(of(name, value, kept));
    }

    /** The same, for whoever has the answer in hand. */
    public static Cookie of(String name, String value, Duration kept) {
        var cookie = new Cookie(name, value);
        cookie.setPath("/");
        cookie.setMaxAge((int) kept.toSeconds());
        cookie.setHttpOnly(true);
        cookie.setSecure(true);
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }
}
