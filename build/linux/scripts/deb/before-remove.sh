#!/bin/sh
# Stops Print ORS Service before its program goes; whether it is enabled stays as it is, for when it comes back. $1 = remove |
# upgrade.
set -eu

if [ "${1-}" = remove ] && [ -d /run/systemd/system ]; then
  deb-systemd-invoke stop remote-service.service || true
fi
