#!/bin/sh
# Sets the machine up, then starts Print ORS Service. $1 = how many versions are there: 1 is the first installation; after an
# update that was cut off there may be three. Whether it is enabled the first time is what the presets say, asked through
# systemd's helper for packages where there is one.
set -eu
umask 022

unit=remote-service.service
note=/var/lib/remote-service-installer/to-be-started
helper=/usr/lib/systemd/systemd-update-helper

/usr/lib/remote-service/set-up-machine

# An rpm that was killed leaves files beside their places, named ;0123abcd and in later versions .0123abcd~; a shell reads
# such a name in a folder of completions as a command.
hex='[0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f][0-9a-f]'
find /opt/remote-service /usr -xdev -path '*remote-service*' \( -name "*;$hex" -o -name "*.$hex~" \) -delete || true

if [ "${1-}" = 1 ]; then
  if [ -x "$helper" ]; then
    "$helper" install-system-units "$unit" || true
  else
    systemctl --no-reload preset "$unit" >/dev/null 2>&1 || true
  fi
fi
if [ -d /run/systemd/system ]; then
  systemctl daemon-reload || true
  action=
  if [ "${1-}" = 1 ]; then
    if systemctl --quiet is-enabled "$unit" 2>/dev/null; then action=start; fi
  elif [ -e "$note" ] || systemctl --quiet is-active "$unit" 2>/dev/null; then
    action=restart
  fi
  if [ -n "$action" ]; then
    # A program that ended while its files were replaced may have been given up by systemd.
    systemctl reset-failed "$unit" 2>/dev/null || true
    systemctl "$action" "$unit" || echo "Print ORS Service could not be started. See journalctl -u $unit." >&2
  fi
fi
rm -f "$note"
