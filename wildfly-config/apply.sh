#!/bin/sh
# Runs scripts of this folder on a server that is stopped, as the user who owns it:
#
#     apply.sh standalone.xml FILE...
#
# WILDFLY_HOME is the server, CLI_OPTIONS what else to give its tool. A script that fails ends the run; what came before it
# stays, and a second run goes on from there.
set -eu

configuration=$1
shift
script=$(mktemp)
said=$(mktemp)
trap 'rm -f "$script" "$said"' EXIT
{
  echo "embed-server --server-config=$configuration --std-out=discard"
  cat "$@"
  echo 'stop-embedded-server'
} > "$script"
"${WILDFLY_HOME:?}/bin/jboss-cli.sh" --no-color-output ${CLI_OPTIONS:-} --file="$script" > "$said" || {
  cat "$said" >&2
  exit 1
}
echo "$configuration: $# done"
