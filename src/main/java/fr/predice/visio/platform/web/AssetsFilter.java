package fr.predice.visio.platform.web;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;

/**
 * Serves {@code /v/VERSION/…} from {@code /assets/…}; another version (a page from before an update) gets today's file,
 * unkept.
 */
@WebFilter(Assets.VERSIONED + "*")
public class AssetsFilter extends HttpFilter {
    /** Plain names only: no dot segment nor escape leads a forward out of the folder, to what clients may not see. */
    private static final Pattern ASSET = Pattern.compile(
            "/v/(?<version>[0-9a-f]{10})/(?<file>(?:[A-Za-z0-9_-]+/)*[A-Za-z0-9_-]+(?:\\.[A-Za-z0-9_-]+)+)");

    @Inject
    private Assets assets;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var asset = ASSET.matcher(OwnPath.of(request));
        if (!asset.matches()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        var current = asset.group("version").equals(assets.getVersion());
        response.setHeader("Cache-Control", current ? "public, max-age=31536000, immutable" : "no-store");
        request.getRequestDispatcher(Assets.ROOT + asset.group("file")).forward(request, response);
    }
}
