#!/bin/sh
# Sets the machine up, then starts Print ORS Service. $1 = configure, $2 = the version that was configured last, empty the
# first time. May run any number of times. Debian's helpers start and enable: they ask policy-rc.d and know what an
# administrator has switched off.
set -eu
umask 022

unit=remote-service.service
note=/var/lib/remote-service-installer/to-be-started

invoke() {
  [ -d /run/systemd/system ] || return 0
  # A program that ended while its files were replaced may have been given up by systemd.
  systemctl reset-failed "$unit" 2>/dev/null || true
  deb-systemd-invoke "$1" "$unit" || echo "Print ORS Service could not be started. See journalctl -u $unit." >&2
}

case "${1-}" in
  configure) ;;
  abort-upgrade)
    # It was never stopped, but may have ended while its files were replaced.
    if [ -e "$note" ]; then invoke start; fi
    rm -f "$note"
    exit 0
    ;;
  *) exit 0 ;;
esac

/usr/lib/remote-service/set-up-machine

deb-systemd-helper unmask "$unit" >/dev/null || true
if deb-systemd-helper --quiet was-enabled "$unit"; then
  deb-systemd-helper enable "$unit" >/dev/null || true
else
  deb-systemd-helper update-state "$unit" >/dev/null || true
fi
# The first time an organisation's presets are heard as well.
if [ -z "${2-}" ]; then systemctl preset "$unit" >/dev/null 2>&1 || true; fi

if [ -d /run/systemd/system ]; then systemctl --system daemon-reload || true; fi
if [ -z "${2-}" ]; then
  invoke start
elif [ -e "$note" ] || systemctl --quiet is-active "$unit" 2>/dev/null; then
  # What is neither running nor enabled is left alone by Debian's helper.
  invoke restart
fi
rm -f "$note"
