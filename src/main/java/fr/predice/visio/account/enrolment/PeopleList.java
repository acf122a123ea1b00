package fr.predice.visio.account.enrolment;

import fr.predice.visio.account.enrolment.ListRefused.Reason;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads a list as spreadsheets save it: CSV (RFC 4180) with commas or semicolons, in UTF-8 with or without its mark, or
 * in the Windows-1252 of a French Excel. The first line names the columns, in any order.
 */
public final class PeopleList {
    public static final int MOST_BYTES = 100_000;
    public static final int MOST_LINES = 500;

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final String MARK = "\uFEFF";

    private PeopleList() {}

    /** What columns are called, in the order of our model. */
    public static List<String> titles() {
        return Arrays.stream(Heading.values()).map(Heading::title).toList();
    }

    /** @throws ListRefused if there is no telling what it says */
    static List<Row> read(byte[] file) {
        if (file.length > MOST_BYTES) {
            throw new ListRefused(Reason.TOO_BIG);
        }
        var text = text(file);
        if (text.chars().anyMatch(character -> character < ' ' && character != '\t' && !lineEnd(character))) {
            throw new ListRefused(Reason.NOT_TEXT);
        }
        try (var records = CSVParser.parse(new StringReader(text), format(text))) {
            return rows(records);
        } catch (IOException | UncheckedIOException | IllegalStateException broken) {
            throw new ListRefused(Reason.BROKEN);
        }
    }

    private static String text(byte[] file) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
            return text.startsWith(MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException otherwise) {
            return new String(file, WINDOWS);
        }
    }

    private static boolean lineEnd(int character) {
        return character == '\n' || character == '\r';
    }

    private static CSVFormat format(String text) {
        var titles = text.lines().findFirst().orElse("");
        var semicolons = titles.chars().filter(character -> character == ';').count();
        var commas = titles.chars().filter(character -> character == ',').count();
        return CSVFormat.RFC4180
                .builder()
                .setDelimiter(semicolons >= commas ? ';' : ',')
                .setIgnoreEmptyLines(true)
                .setTrim(true)
                .get();
    }

    private static List<Row> rows(CSVParser records) {
        Map<Heading, Integer> places = null;
        var rows = new ArrayList<Row>();
        for (var record : records) {
            if (record.stream().allMatch(String::isEmpty)) {
                continue;
            }
            if (places == null) {
                places = places(record);
            } else {
                rows.add(row(record, (int) records.getCurrentLineNumber(), places));
            }
            if (rows.size() > MOST_LINES) {
                throw new ListRefused(Reason.TOO_BIG);
            }
        }
        if (rows.isEmpty()) {
            throw new ListRefused(Reason.EMPTY);
        }
        return rows;
    }

    private static Map<Heading, Integer> places(CSVRecord titles) {
        var places = new EnumMap<Heading, Integer>(Heading.class);
        for (var place = 0; place < titles.size(); place++) {
            var at = place;
            Heading.named(titles.get(place)).ifPresent(column -> places.putIfAbsent(column, at));
        }
        var missing = EnumSet.allOf(Heading.class);
        missing.remove(Heading.FINESS);
        missing.removeAll(places.keySet());
        if (!missing.isEmpty()) {
            throw new ListRefused(
                    Reason.NO_COLUMN, missing.stream().map(Heading::title).toList());
        }
        return places;
    }

    private static Row row(CSVRecord record, int line, Map<Heading, Integer> places) {
        var cells = new EnumMap<Heading, String>(Heading.class);
        places.forEach((column, place) -> {
            if (place < record.size()) {
                cells.put(column, record.get(place).strip());
            }
        });
        return new Row(line, cells);
    }
}
