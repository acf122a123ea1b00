package fr.predice.visio.signin.session;

import java.time.Duration;

/**
 * How long a session lasts if nobody does anything.
 *
 * @param last whatever one does: its twelve hours are nearly over
 */
public record Left(Duration time, boolean last) {}
