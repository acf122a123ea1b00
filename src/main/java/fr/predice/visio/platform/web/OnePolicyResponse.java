package fr.predice.visio.platform.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;

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
}
