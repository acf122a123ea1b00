package fr.predice.visio.admin;

import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/**
 * One event as people read it; what is not known is empty.
 *
 * @param id the event's number
 * @param day as the page's language writes it
 * @param actor who did it, {@code identifier} what they sign in with, {@code account} their account's id
 * @param about what it was done to
 */
public record JournalLine(
        long id,
        ZonedDateTime at,
        String day,
        String deed,
        String actor,
        String identifier,
        String account,
        String about,
        String address,
        boolean refused) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    public long getId() {
        return id;
    }

    public String getDay() {
        return day;
    }

    /** To the second, e.g. "14:05:31". */
    public String getTime() {
        return TIME.format(at);
    }

    /** For machines. */
    public String getInstant() {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at);
    }

    public String getDeed() {
        return deed;
    }

    public String getActor() {
        return actor;
    }

    public String getIdentifier() {
        return identifier;
    }

    public String getAccount() {
        return account;
    }

    public String getAbout() {
        return about;
    }

    public String getAddress() {
        return address;
    }

    public boolean isRefused() {
        return refused;
    }
}
