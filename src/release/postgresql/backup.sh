#!/bin/sh
# Dumps the database of Visio sécurisée into a directory, and reads the dump again before it counts.
#
#   backup.sh DIRECTORY
#
# Which server, under which role: libpq's own variables, e.g. PGSERVICE, or PGHOST, PGDATABASE and PGUSER=visio_backup. The
# password is in the file that PGPASSFILE names, never on a command line. Also read:
#
#   VISIO_BACKUP_DAYS     how long dumps are kept in the directory, in days (14)
#   VISIO_BACKUP_ENCRYPT  a command that encrypts its input to its output, e.g. gpg --batch --encrypt --recipient NAME
#
# Leaves visio-YYYYMMDDThhmmssZ.dump (UTC; .dump.enc once encrypted), for its owner alone. Ends with 0 when it is there
# whole, with 1 when there is none and older ones are as they were, with 2 when it was called wrongly.
set -eu
umask 077

stop() { # status words
  status=$1
  shift
  echo "backup.sh: $*" >&2
  exit "$status"
}

[ $# -eq 1 ] || stop 2 'usage: backup.sh DIRECTORY'
directory=$1
days=${VISIO_BACKUP_DAYS:-14}
[ -d "$directory" ] && [ -w "$directory" ] || stop 2 "$directory is no directory that I may write to"
case $days in '' | 0 | *[!0-9]*) stop 2 'VISIO_BACKUP_DAYS: a number of days, 1 at least' ;; esac
for program in pg_dump pg_restore; do
  command -v "$program" >/dev/null || stop 2 "$program is not installed"
done

making=$(mktemp "$directory/.visio-XXXXXX") || stop 2 "nothing can be written to $directory"
trap 'rm -f "$making" "$making.enc"' EXIT
trap 'exit 1' HUP INT TERM
name=visio-$(date -u +%Y%m%dT%H%M%SZ).dump

pg_dump --no-password --format=custom --schema=visio --file="$making" || stop 1 'pg_dump failed'
pg_restore --list "$making" | grep -q ' TABLE DATA visio flyway_schema_history ' ||
  stop 1 'the dump is not one of this application: is it the right database?'
pg_restore --file=/dev/null "$making" || stop 1 'the dump cannot be read again'

if [ -n "${VISIO_BACKUP_ENCRYPT:-}" ]; then
  sh -c "$VISIO_BACKUP_ENCRYPT" <"$making" >"$making.enc" || stop 1 'VISIO_BACKUP_ENCRYPT failed'
  [ -s "$making.enc" ] || stop 1 'VISIO_BACKUP_ENCRYPT wrote nothing'
  mv "$making.enc" "$making"
  name=$name.enc
fi
sync "$making"
mv "$making" "$directory/$name"
echo "$directory/$name: $(wc -c <"$directory/$name" | tr -d ' ') bytes"

# Only now that a newer one is there. What a killed run left goes too.
find "$directory" ! -path "$directory" -prune -type f \( -name 'visio-*.dump' -o -name 'visio-*.dump.enc' \) \
  -mtime "+$((days - 1))" -exec rm -f {} +
find "$directory" ! -path "$directory" -prune -type f -name '.visio-*' -mtime +0 -exec rm -f {} +
