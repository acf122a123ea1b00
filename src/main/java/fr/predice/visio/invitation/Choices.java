package fr.predice.visio.invitation;

/** What the organizer chose for the call and for the person; an invitation to the right number keeps it. */
public record Choices(Route route, GuestLanguage language, Display display) {}
