package fr.predice.visio.platform.prerequisite;

/** Why an organizer cannot work on a computer, the most telling first. */
public enum Refusal {
    HANDHELD,
    SYSTEM_TOO_OLD,
    BROWSER_TOO_OLD,
    BROWSER_REFUSED
}
