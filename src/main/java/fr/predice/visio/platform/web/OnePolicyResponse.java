package fr.predice.visio.platform.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;

/** PrimeFaces adds the policy with its nonce; beside ours it would count for nothing, since browsers apply both. */
final class OnePolicyResponse extends HttpServletResponseWrapper {
    OnePolicyResponse(HttpServletResponse response) {
        super(response);
    }

    @Override
    public void addHeader(String name, String value) {
        if (ContentPolicy.HEADER.equalsIgnoreCase(name)) {
            setHeader(name, value);
        } else {
            super.addHeader(name, value);
        }
    }

    /** The server would write the host that the request names into the address: that may be anybody's. */
    @Override
    public void sendRedirect(String location) throws IOException {
        if (location.matches("/([^/\\\\].*)?")) {
            resetBuffer();
            setStatus(SC_FOUND);
            setHeader("Location", location);
        } else {
            super.sendRedirect(location);
        }
    }
}
