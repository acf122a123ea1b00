package fr.predice.visio.account;

/** What an account is for. Nobody is two of them: who invites does not administer. */
public enum Role {
    /** Invites people to a video call. */
    ORGANIZER,
    /** Helps people with their account, and decides nothing. */
    SUPPORT,
    /** Decides who has an account. */
    ADMIN
}
