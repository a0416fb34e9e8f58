#!/bin/sh
# Puts the program, its rules, its units and its words in their places. Starts nothing and asks for nothing.
#   Deploy/install.sh PROGRAM PREFIX [DESTDIR [NAME]]
# DESTDIR stands before PREFIX while files are copied; NAME is the prefix that the units name (PREFIX where not given).
set -eu
program=$1
prefix=$2
target="${3:-}$prefix"
name=${4:-$prefix}
here=$(cd "$(dirname "$0")" && pwd)
source=$(dirname "$here")

install -d "$target/bin" "$target/share/oitcheck" "$target/share/doc/oitcheck" "$target/lib/systemd/system"
install -m 0755 "$program" "$target/bin/oitcheck"
rm -rf "$target/share/oitcheck/Rules"
cp -R "$source/Rules" "$target/share/oitcheck/Rules"
chmod -R u=rwX,go=rX "$target/share/oitcheck/Rules"
install -m 0644 "$here/README.md" "$here/runtime-packages" "$source/LICENSE" "$target/share/doc/oitcheck/"
for unit in systemd/oitcheck.service systemd/oitcheck.timer oitcheck.cron oitcheck.logrotate; do
  case $unit in
    systemd/*) place="$target/lib/systemd/system/$(basename "$unit")" ;;
    *) place="$target/share/doc/oitcheck/$unit" ;;
  esac
  sed "s|@PREFIX@|$name|g" "$here/$unit" >"$place"
  chmod 0644 "$place"
done
