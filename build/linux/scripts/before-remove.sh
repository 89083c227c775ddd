#!/bin/sh
# Stops Print ORS Service before its program goes. deb: $1 = remove | upgrade; rpm: $1 = how many versions stay.
set -eu

unit=remote-service.service
notes=/var/lib/remote-service-installer

case "${1-}" in
  remove | 0) ;;
  *) exit 0 ;;
esac

if systemctl --quiet is-enabled "$unit" 2>/dev/null; then
  (umask 022 && mkdir -p "$notes")
  : >"$notes/was-enabled"
fi
if [ -d /run/systemd/system ]; then systemctl stop "$unit" || true; fi
systemctl disable "$unit" >/dev/null 2>&1 || true
