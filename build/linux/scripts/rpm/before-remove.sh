#!/bin/sh
# Stops Print ORS Service before its program goes. $1 = how many versions stay.
set -eu

unit=remote-service.service
helper=/usr/lib/systemd/systemd-update-helper

if [ "${1-}" != 0 ]; then exit 0; fi
if [ -x "$helper" ]; then
  "$helper" remove-system-units "$unit" || true
else
  systemctl --no-reload disable "$unit" >/dev/null 2>&1 || true
  if [ -d /run/systemd/system ]; then systemctl stop "$unit" || true; fi
fi
