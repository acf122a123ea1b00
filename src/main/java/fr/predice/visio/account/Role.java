package fr.predice.visio.account;

/** What an account is for. Nobody is two of them: who invites does not administer. */
public enum Role {
    /** Invites people to a video call. */
    ORGANIZER("/connexion"),
    /** Helps people with their account, and decides nothing. */
    SUPPORT("/admin/connexion"),
    /** Decides who has an account. */
    ADMIN("/admin/connexion");

    private final String signInPage;

    Role(String signInPage) {
        this.signInPage = signInPage;
    }

    /** Path of the page where whoever has it signs in; at another one, nobody knows them. */
    public String signInPage() {
        return signInPage;
    }
}
