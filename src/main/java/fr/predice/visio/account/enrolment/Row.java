package fr.predice.visio.account.enrolment;

import java.util.Map;

/** One person as a list has them. {@code line} is the line's number in the file, from 1. */
record Row(int line, Map<Heading, String> cells) {
    /** Empty where the list says nothing. */
    String get(Heading column) {
        return cells.getOrDefault(column, "");
    }

    @Override
    public String toString() {
        return "Row " + line;
    }
}
