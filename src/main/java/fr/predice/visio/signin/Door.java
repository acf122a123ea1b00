package fr.predice.visio.signin;

import fr.predice.visio.account.Role;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** A way in. Who knocks at the wrong one is told no more than that the password is wrong. */
public enum Door {
    PORTAL(Role.ORGANIZER.signInPage(), "/pro/", "/pro/services", Set.of(Role.ORGANIZER)),
    ADMINISTRATION(Role.ADMIN.signInPage(), "/admin/", "/admin/demandes", Set.of(Role.ADMIN, Role.SUPPORT));

    private final String page;
    private final String pages;
    private final String home;
    private final Set<Role> roles;

    Door(String page, String pages, String home, Set<Role> roles) {
        this.page = page;
        this.pages = pages;
        this.home = home;
        this.roles = roles;
    }

    /** One's own account, behind whatever door. */
    private static final String ACCOUNT_PAGES = "/compte";

    /** The door whose pages this one belongs to; the portal's if none. */
    public static Door of(String path) {
        return path.startsWith(ADMINISTRATION.pages) ? ADMINISTRATION : PORTAL;
    }

    /** @param used by the person before, which tells for pages that belong to both */
    static Door of(String path, Optional<Door> used) {
        return path.startsWith(ACCOUNT_PAGES) ? used.orElse(PORTAL) : of(path);
    }

    public static Door of(Role role) {
        return Arrays.stream(values())
                .filter(door -> door.lets(role))
                .findFirst()
                .orElseThrow();
    }

    /** The page where one signs in. */
    public String page() {
        return page;
    }

    /** Whether this page is behind it, and no door itself. */
    boolean leadsTo(String path) {
        return path.startsWith(ACCOUNT_PAGES) || path.startsWith(pages) && !path.startsWith(page);
    }

    /** The first page for this role: whoever only helps decides about no request. */
    public static String home(Role role) {
        return role == Role.SUPPORT ? "/admin/comptes" : of(role).home;
    }

    public boolean lets(Role role) {
        return roles.contains(role);
    }
}
