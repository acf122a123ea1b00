#!/bin/sh
# Installs what the tests need and a fresh Debian lacks. Where all is there, it does nothing.
set -eu

missing=''
need() { # program package
  command -v "$1" >/dev/null 2>&1 || missing="$missing $2"
}

command -v javac >/dev/null 2>&1 || missing="$missing openjdk-17-jdk-headless"
need mvn maven
need node nodejs
need npm npm
need chromium chromium
need turnserver coturn
need unshare util-linux

[ -n "$missing" ] || exit 0

sudo=''
[ "$(id -u)" -eq 0 ] || sudo='sudo'
$sudo apt-get update -q
# shellcheck disable=SC2086 # a list of packages
DEBIAN_FRONTEND=noninteractive $sudo apt-get install -q -y --no-install-recommends $missing
