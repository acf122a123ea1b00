#!/bin/sh
# Installs what the tests need and a fresh Debian lacks. Where all is there, it does nothing.
set -eu

sudo=''
[ "$(id -u)" -eq 0 ] || sudo='sudo'

missing=''
need() { # program package
  command -v "$1" >/dev/null 2>&1 || missing="$missing $2"
}

command -v javac >/dev/null 2>&1 || missing="$missing openjdk-17-jdk-headless"
need mvn maven
need npm npm
need chromium chromium
need chromium-headless-shell chromium-headless-shell
need turnserver coturn
need unshare util-linux
need ip iproute2
need nft nftables
need sysctl procps
need firefox-esr firefox-esr
need unzip unzip
need curl curl
need openssl openssl
need systemd-analyze systemd
# Debian's PostgreSQL, which is not on the path
set -- /usr/lib/postgresql/*/bin/initdb
need "$1" postgresql
need psql postgresql-client
need nginx nginx
# Its way past it for a card: a module
[ -e /usr/lib/nginx/modules/ngx_stream_module.so ] || missing="$missing libnginx-mod-stream"
need haproxy haproxy
need apache2 apache2
# A card in a reader, and a screen for what the browser itself asks of it
need softhsm2-util softhsm2
need certutil libnss3-tools
need Xvfb xvfb
need xdotool xdotool

# Tests start servers of their own; Debian would start its as soon as they are installed, where nobody forbids it.
policy=/usr/sbin/policy-rc.d
forbid_daemons() {
  [ ! -e "$policy" ] || return 0
  printf '#!/bin/sh\nexit 101\n' | $sudo tee "$policy" >/dev/null
  $sudo chmod 755 "$policy"
  # shellcheck disable=SC2064 # as they are now
  trap "$sudo rm -f $policy" EXIT
}

if [ -n "$missing" ]; then
  forbid_daemons
  $sudo apt-get update -q
  # The tests start a PostgreSQL of their own, so the package makes and starts none.
  if [ "${missing#* postgresql}" != "$missing" ]; then
    DEBIAN_FRONTEND=noninteractive $sudo apt-get install -q -y --no-install-recommends postgresql-common
    $sudo sed -i 's/^#\?create_main_cluster.*/create_main_cluster = false/' /etc/postgresql-common/createcluster.conf
  fi
  # shellcheck disable=SC2086 # a list of packages
  DEBIAN_FRONTEND=noninteractive $sudo apt-get install -q -y --no-install-recommends $missing
fi

# The style checks need Node 20.19; Debian 12 has an older one, npm has them all.
node --eval 'const [a, b] = process.versions.node.split("."); process.exit(a > 20 || (a == 20 && b >= 19) ? 0 : 1)' ||
  $sudo npm install --global --no-audit --no-fund node@22
