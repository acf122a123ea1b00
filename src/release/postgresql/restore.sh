#!/bin/sh
# Restores a dump of backup.sh into the database of Visio sécurisée, all of it or nothing.
#
#   restore.sh [--replace] FILE
#
# The database and its roles must be there: createdb, sql/roles.sql, sql/passwords.sql. The role is visio_owner, never a
# superuser, since what a dump says is executed. Which server: libpq's own variables, as for backup.sh; the password is in
# the file that PGPASSFILE names. The application must be stopped. An encrypted dump (.enc) is decrypted first.
#
#   --replace  the tables that are there are given up for those of the dump
#
# Ends with 0 when all is there and the audit trail is right, with 4 when all is there and the trail is not; otherwise the
# database is as it was: 1 the restore failed, 2 called wrongly, 3 refused: there are tables, or the application runs.
set -eu
umask 077

stop() { # status words
  status=$1
  shift
  echo "restore.sh: $*" >&2
  exit "$status"
}

ask() { # query
  psql -X -w -Atq -v ON_ERROR_STOP=1 -c "$1"
}

replace=''
if [ "${1:-}" = --replace ]; then
  replace=yes
  shift
fi
[ $# -eq 1 ] || stop 2 'usage: restore.sh [--replace] FILE'
dump=$1
[ -r "$dump" ] || stop 2 "$dump cannot be read"
for program in psql pg_restore; do
  command -v "$program" >/dev/null || stop 2 "$program is not installed"
done

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM

pg_restore --list "$dump" >"$work/all" || stop 2 "$dump is no dump, or an encrypted one"
grep -q ' TABLE DATA visio flyway_schema_history ' "$work/all" || stop 2 "$dump is not a dump of this application"
# roles.sql made the schema already.
grep -v '^[0-9]*; [0-9]* [0-9]* SCHEMA - visio ' "$work/all" >"$work/list"

missing=$(ask "SELECT string_agg(role, ' ') FROM unnest(ARRAY['visio_owner', 'visio_app', 'visio_read', 'visio_backup'])
  AS role WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = role)") || stop 1 'no connection'
[ -z "$missing" ] || stop 2 "sql/roles.sql comes first: there is no $missing"
[ "$(ask "SELECT current_user = 'visio_owner' AND to_regnamespace('visio') IS NOT NULL")" = t ] ||
  stop 2 'connect as visio_owner, to the database in which sql/roles.sql was run'
[ "$(ask "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND usename = 'visio_app'")" = 0 ] ||
  stop 3 'the application is connected: stop it on all nodes'
if [ -z "$replace" ]; then
  [ "$(ask "SELECT count(*) FROM pg_class WHERE relnamespace = 'visio'::regnamespace")" = 0 ] ||
    stop 3 'there are tables: restore into an empty database, or say --replace to give them up'
fi

empty() {
  cat <<'SQL'
DO $$
DECLARE
    one text;
BEGIN
    FOREACH one IN ARRAY (SELECT coalesce(array_agg(format('DROP %s IF EXISTS visio.%I CASCADE',
            CASE relkind WHEN 'v' THEN 'VIEW' WHEN 'm' THEN 'MATERIALIZED VIEW' ELSE 'TABLE' END, relname)), '{}')
        FROM pg_class WHERE relnamespace = 'visio'::regnamespace AND relkind IN ('r', 'p', 'v', 'm')) LOOP
        EXECUTE one;
    END LOOP;
    FOREACH one IN ARRAY (SELECT coalesce(array_agg(format('DROP ROUTINE IF EXISTS %s CASCADE', oid::regprocedure)), '{}')
        FROM pg_proc WHERE pronamespace = 'visio'::regnamespace) LOOP
        EXECUTE one;
    END LOOP;
END
$$;
SQL
}

# A dump only grants. So that the application gets no more on the audit trail than it had, new tables start without the
# rights that roles.sql gives them; the dump ends with setting those for the tables to come.
no_rights_by_default() {
  echo 'ALTER DEFAULT PRIVILEGES IN SCHEMA visio REVOKE ALL ON TABLES FROM visio_app, visio_read, visio_backup;'
  echo 'ALTER DEFAULT PRIVILEGES IN SCHEMA visio REVOKE ALL ON SEQUENCES FROM visio_app, visio_read, visio_backup;'
}

# One transaction. It is committed only if the dump was read to its end.
{
  echo 'BEGIN;'
  [ -z "$replace" ] || empty
  no_rights_by_default
  if pg_restore --use-list="$work/list" --file=- "$dump"; then
    echo 'COMMIT;'
  else
    : >"$work/torn"
  fi
} | psql -X -w -q -v ON_ERROR_STOP=1 >/dev/null || stop 1 'the restore failed, nothing has changed'
[ ! -e "$work/torn" ] || stop 1 'the dump could not be read to its end, nothing has changed'

# The planner knows nothing of new tables.
ask "DO \$\$ DECLARE one regclass; BEGIN
  FOR one IN SELECT oid FROM pg_class WHERE relnamespace = 'visio'::regnamespace AND relkind = 'r' LOOP
    EXECUTE 'ANALYZE ' || one;
  END LOOP; END \$\$"

ask 'SELECT visio.verify_audit()'
# What the last minute before the dump left unsealed waits for the application.
[ "$(ask "SELECT count(*) FROM visio.audit_faults() WHERE fault <> 'EVENTS_WAITING'")" = 0 ] ||
  stop 4 'restored, but the audit trail is not right: see above'
ask "SELECT format('restored: tables of V%s, %s accounts',
  (SELECT version FROM visio.flyway_schema_history ORDER BY installed_rank DESC LIMIT 1), count(*)) FROM visio.account"
