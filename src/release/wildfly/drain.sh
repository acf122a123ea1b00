#!/bin/sh
# Before the service stops (ExecStop= of visio.service): says so to the node, which then begins no call, and waits until no
# room is open there. Whatever goes wrong here only means that the service stops at once.
#
# VISIO_DRAIN_FILE  as the node has it: it drains while this file exists
# DRAIN_LIMIT       seconds to wait at most, 600 by default; 0 stops at once
# HEALTH_URL        where this node tells its health, http://127.0.0.1:9990/health/ready by default
set -eu

say() {
  echo "drain.sh: $*"
}

limit=${DRAIN_LIMIT:-600}
health=${HEALTH_URL:-http://127.0.0.1:9990/health/ready}
pause=3

case $limit in
  '' | *[!0-9]*)
    say "DRAIN_LIMIT wants a number of seconds: stopping at once" >&2
    exit 1
    ;;
esac
[ "$limit" -gt 0 ] || exit 0

if [ -z "${VISIO_DRAIN_FILE:-}" ]; then
  say "VISIO_DRAIN_FILE is not set: stopping at once" >&2
  exit 1
fi
: > "$VISIO_DRAIN_FILE"

# While it drains the answer is 503, and has its figures all the same.
rooms() {
  curl -s --noproxy '*' --max-time 5 "$health" | sed -n 's/.*"rooms" *: *\([0-9][0-9]*\).*/\1/p'
}

before=
waited=0
while [ "$waited" -lt "$limit" ]; do
  open=$(rooms)
  if [ -z "$open" ]; then
    say "the node tells nothing of its rooms: stopping"
    exit 0
  fi
  if [ "$open" -eq 0 ]; then
    say "no room is open: stopping"
    exit 0
  fi
  [ "$open" = "$before" ] || say "rooms open: $open"
  before=$open
  sleep "$pause"
  waited=$((waited + pause))
done
say "after $limit s rooms are still open ($before): stopping"
