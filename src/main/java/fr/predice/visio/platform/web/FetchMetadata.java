package fr.predice.visio.platform.web;

import jakarta.servlet.http.HttpServletRequest;

/** What browsers tell of why they ask (Fetch Metadata Request Headers, W3C); older ones tell nothing. */
public final class FetchMetadata {
    private FetchMetadata() {}

    /** Whether a page of ours is asked for as a picture, a frame or a script, which another site's page may do. */
    public static boolean isPartOfAnotherPage(HttpServletRequest request) {
        var destination = request.getHeader("Sec-Fetch-Dest");
        return destination != null && !destination.equals("document");
    }
}
