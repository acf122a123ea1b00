#!/bin/sh
# Starts Payara Micro with the application. Beside this file: lib/ with the libraries that Payara lacks.
# usage: start.sh payara-micro.jar visio-securisee.war [options of Payara Micro]
set -eu

here=$(cd "$(dirname "$0")" && pwd)
server=$1
application=$2
shift 2

: "${VISIO_DB_URL:?is missing}" "${VISIO_DB_PASSWORD:?is missing}" "${VISIO_DB_OWNER_PASSWORD:?is missing}"
: "${VISIO_TLS_KEYSTORE:?is missing}" "${VISIO_TLS_KEYSTORE_PASSWORD:?is missing}"
export VISIO_DB_USER="${VISIO_DB_USER:-visio_app}" VISIO_DB_OWNER_USER="${VISIO_DB_OWNER_USER:-visio_owner}"
export VISIO_DB_POOL="${VISIO_DB_POOL:-20}" PAYARA_TLS_ALIAS="${PAYARA_TLS_ALIAS:-visio}"
export VISIO_BEHIND_PROXY="${VISIO_BEHIND_PROXY:-false}"
export PAYARA_HTTP_ADDRESS="${PAYARA_HTTP_ADDRESS:-127.0.0.1}" VISIO_HTTPS_ADDRESS="${VISIO_HTTPS_ADDRESS:-127.0.0.1}"
export VISIO_SMTP_HOST="${VISIO_SMTP_HOST:-localhost}" VISIO_SMTP_PORT="${VISIO_SMTP_PORT:-587}"
# Payara wants them; the application refuses an empty one of its own
export PAYARA_SMTP_USER="${VISIO_SMTP_USER:- }" PAYARA_SMTP_PASSWORD="${VISIO_SMTP_PASSWORD:- }"

# shellcheck disable=SC2086
exec java ${PAYARA_JAVA_OPTIONS:--Xms256m -Xmx1g} -Djava.net.preferIPv4Stack=true -Djava.awt.headless=true \
  -jar "$server" --nohazelcast --disablephonehome --systemproperties "$here/system.properties" \
  --addlibs "$here/lib" --prebootcommandfile "$here/pre-boot.asadmin" --postbootcommandfile "$here/post-boot.asadmin" \
  --deploy "$application" --contextroot "${VISIO_CONTEXT_PATH:-/}" "$@"
