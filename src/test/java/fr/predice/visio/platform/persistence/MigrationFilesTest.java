package fr.predice.visio.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A migration that says that older versions survive it only adds, as far as its text shows: an older version writes
 * rows without the new columns, and reads the old ones.
 */
class MigrationFilesTest {
    private static final Path MIGRATIONS = Path.of("sql");
    private static final Pattern NAME = Pattern.compile("V(\\d+)__[a-z0-9_]+?(?:_survived_by_V(\\d+))?\\.sql");
    /** Those before it were handed over before there was such a rule. */
    private static final int FIRST = 10;

    private static final Pattern COMMENT = Pattern.compile("--[^\n]*");
    private static final Pattern TAKES_AWAY = Pattern.compile(
            String.join(
                    "|",
                    "\\bDROP\\s+(?!INDEX\\b|TRIGGER\\b|CONSTRAINT\\b|NOT\\b)",
                    "\\bRENAME\\b",
                    "\\bALTER\\s+(?:COLUMN\\s+)?\\w+\\s+(?:SET\\s+DATA\\s+)?TYPE\\b",
                    "\\bSET\\s+NOT\\s+NULL\\b",
                    "\\bADD\\s+(?!CONSTRAINT)(?=[^,;]*\\bNOT\\s+NULL\\b)(?![^,;]*\\b(?:DEFAULT|GENERATED)\\b)"),
            Pattern.CASE_INSENSITIVE);

    @Test
    void sayWhoSurvivesThemAndKeepToIt() throws IOException {
        try (var files = Files.newDirectoryStream(MIGRATIONS, "V*.sql")) {
            for (var file : files) {
                var name = NAME.matcher(file.getFileName().toString());
                assertThat(name.matches()).as("the name of " + file).isTrue();
                if (name.group(2) != null) {
                    assertThat(Integer.parseInt(name.group(1))).isGreaterThanOrEqualTo(FIRST);
                    assertThat(Integer.parseInt(name.group(2))).isLessThan(Integer.parseInt(name.group(1)));
                    assertThat(takesAway(Files.readString(file)))
                            .as(file + " takes something away")
                            .isFalse();
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DROP TABLE seat;",
                "ALTER TABLE seat DROP COLUMN freed;",
                "ALTER TABLE seat\n    DROP freed;",
                "ALTER TABLE seat RENAME COLUMN freed TO gone;",
                "ALTER TABLE seat ALTER COLUMN freed TYPE bigint;",
                "ALTER TABLE seat ALTER freed SET NOT NULL;",
                "ALTER TABLE seat ALTER freed DROP DEFAULT;",
                "ALTER TABLE seat ADD COLUMN a text DEFAULT '', ADD COLUMN place text NOT NULL;",
                "ALTER TABLE seat ADD place text NOT NULL;"
            })
    void findsWhatAnOlderVersionWouldMiss(String migration) {
        assertThat(takesAway(migration)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-- DROP nothing\nCREATE TABLE room (id uuid PRIMARY KEY, name text NOT NULL);",
                "ALTER TABLE seat ADD COLUMN place text;",
                "ALTER TABLE seat ADD COLUMN place text NOT NULL DEFAULT '', ADD COLUMN note text;",
                "DROP INDEX account_name;",
                "ALTER TABLE seat ALTER freed DROP NOT NULL;"
            })
    void letsPassWhatOnlyAdds(String migration) {
        assertThat(takesAway(migration)).isFalse();
    }

    private static boolean takesAway(String migration) {
        return TAKES_AWAY.matcher(COMMENT.matcher(migration).replaceAll("")).find();
    }
}
