package fr.predice.visio.platform.persistence;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * What the role of a connection may do with our tables. Rights are asked for, not tried: a try that succeeds would have
 * changed something.
 */
public final class RoleRights {
    private static final int SECONDS = 5;

    private static final String SUPERUSER = """
            SELECT 'superuser' FROM pg_roles WHERE rolname = current_user AND rolsuper""";

    private static final String BUILDS = """
            SELECT 'create' WHERE has_schema_privilege(current_schema(), 'CREATE')""";

    private static final String OWNS = """
            SELECT 'owner' WHERE EXISTS (SELECT FROM pg_class c
                WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r'
                    AND pg_has_role(c.relowner, 'USAGE'))""";

    /** Tables that only grow; a right on one of their columns is enough to rewrite them. */
    private static final String KEPT = """
            (VALUES ('audit_event'), ('audit_seal'), ('audit_unsealed'), ('audit_seal_signature'),
                ('purge_register')) kept (name)""";

    private static final String REWRITABLE = """
            SELECT name FROM %s WHERE to_regclass(name) IS NOT NULL
                AND (has_any_column_privilege(to_regclass(name), 'UPDATE')
                    OR has_table_privilege(to_regclass(name), 'DELETE, TRUNCATE'))
            ORDER BY name""".formatted(KEPT);

    private static final String MISSING = """
            SELECT c.relname || ': ' || string_agg(deed, ' ' ORDER BY place)
            FROM pg_class c, unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE']) WITH ORDINALITY deeds (deed, place)
            WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r'
                AND c.relname <> 'flyway_schema_history'
                AND CASE
                    WHEN deed = 'SELECT' OR c.relname NOT IN (SELECT name FROM %s)
                        THEN NOT has_table_privilege(c.oid, deed)
                    ELSE deed = 'INSERT' AND c.relname IN ('audit_event', 'audit_seal_signature')
                        AND NOT has_any_column_privilege(c.oid, deed) END
            GROUP BY c.relname ORDER BY c.relname""".formatted(KEPT);

    private final Connection connection;

    public RoleRights(Connection connection) {
        this.connection = connection;
    }

    public boolean superuser() throws SQLException {
        return !all(SUPERUSER).isEmpty();
    }

    /** Whether it can create tables. */
    public boolean builds() throws SQLException {
        return !all(BUILDS).isEmpty();
    }

    /** By which of its powers it could change the tables: {@code superuser}, {@code create}, {@code owner}. */
    public List<String> wide() throws SQLException {
        return all(SUPERUSER + " UNION ALL " + BUILDS + " UNION ALL " + OWNS);
    }

    /** Tables of the audit trail, among others, whose rows it could change. */
    public List<String> rewritable() throws SQLException {
        return all(REWRITABLE);
    }

    /** What the application needs and has not, a table each, e.g. {@code account: UPDATE DELETE}. */
    public List<String> missing() throws SQLException {
        return all(MISSING);
    }

    private List<String> all(String query) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.setQueryTimeout(SECONDS);
            var texts = new ArrayList<String>();
            try (var rows = statement.executeQuery(query)) {
                while (rows.next()) {
                    texts.add(rows.getString(1));
                }
            }
            return texts;
        }
    }
}
