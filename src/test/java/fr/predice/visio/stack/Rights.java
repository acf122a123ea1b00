package fr.predice.visio.stack;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Who may do what in a database, as its administrator reads it from the catalog. */
public final class Rights {
    private static final String ALL = """
            SELECT concat_ws(' ', relkind, relname, relowner::regrole, pg_temp.sorted(relacl)) FROM pg_class
                WHERE relnamespace = 'visio'::regnamespace
            UNION ALL SELECT concat_ws(' ', 'column', relname, attname, pg_temp.sorted(attacl))
                FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
                WHERE relnamespace = 'visio'::regnamespace AND attacl IS NOT NULL
            UNION ALL SELECT concat_ws(' ', 'function', oid::regprocedure, proowner::regrole, prosecdef,
                pg_temp.sorted(proacl)) FROM pg_proc WHERE pronamespace = 'visio'::regnamespace
            UNION ALL SELECT concat_ws(' ', 'default', defaclrole::regrole, defaclobjtype, pg_temp.sorted(defaclacl))
                FROM pg_default_acl
            UNION ALL SELECT concat_ws(' ', 'schema', nspname, nspowner::regrole, pg_temp.sorted(nspacl))
                FROM pg_namespace WHERE nspname IN ('visio', 'public')
            UNION ALL SELECT concat_ws(' ', 'database', datname, pg_temp.sorted(datacl)) FROM pg_database
            UNION ALL SELECT concat_ws(' ', 'role', rolname, rolsuper, rolcreaterole, rolcreatedb, rolreplication,
                rolbypassrls, rolconnlimit) FROM pg_roles
            UNION ALL SELECT concat_ws(' ', 'setting', setrole::regrole, setconfig::text) FROM pg_db_role_setting
            ORDER BY 1""";

    /** A grant made again may stand elsewhere in the list. */
    private static final String SORTED =
            "CREATE OR REPLACE FUNCTION pg_temp.sorted(aclitem[]) RETURNS text LANGUAGE sql"
                    + " AS $$ SELECT string_agg(a::text, ' ' ORDER BY a::text) FROM unnest($1) AS a $$";

    private Rights() {}

    /** All of them, a line each: equal lists are equal rights. */
    public static List<String> on(DatabaseServer server) {
        return ask(server, ALL);
    }

    /** @param query of one text */
    static List<String> ask(DatabaseServer server, String query) {
        var texts = new ArrayList<String>();
        try (var connection = server.connectAsAdministrator();
                var statement = connection.createStatement()) {
            statement.execute(SORTED);
            var rows = statement.executeQuery(query);
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        return texts;
    }
}
