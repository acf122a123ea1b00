package fr.predice.visio.signin.session;

import java.util.regex.Pattern;

/** What a request of whoever is signed in is for. */
public enum Errand {
    /** Anything: it shows that the person is there. */
    WORK,
    /** A page asks how long the session lasts, of its own accord: it shows nothing. */
    LOOK,
    /** What the room asks during a call. */
    ROOM,
    /** What the room asks as long as the call goes on, and only then. */
    CALL;

    private static final Pattern BEAT = Pattern.compile("/api/pro/rooms/[^/]+/(ticket|presence)");

    public static Errand of(String path) {
        if (path.equals("/api/session/left")) {
            return LOOK;
        }
        if (BEAT.matcher(path).matches()) {
            return CALL;
        }
        return path.startsWith("/api/pro/rooms/") || path.startsWith("/api/pro/invitations/") ? ROOM : WORK;
    }
}
