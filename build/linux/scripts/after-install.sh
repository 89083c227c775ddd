#!/bin/sh
# Makes the accounts and folders, then starts Print ORS Service. deb: $1 = configure, $2 = the version that was configured
# last, empty the first time; rpm: $1 = how many versions are there. May run any number of times.
set -eu

unit=remote-service.service
notes=/var/lib/remote-service-installer
sandbox=/opt/remote-service/chrome-sandbox

has_systemd() { [ -d /run/systemd/system ]; }

case "${1-}" in
  configure | 1 | 2) ;;
  abort-upgrade)
    if has_systemd && systemctl --quiet is-enabled "$unit"; then systemctl start "$unit" || true; fi
    exit 0
    ;;
  *) exit 0 ;;
esac

systemd-sysusers remote-service.conf
# An account that an administrator has chosen keeps the settings folder; so does one from before the service owned it.
/usr/lib/remote-service/service-helper own-settings

# Chromium's sandbox needs user namespaces, as an ordinary account; without them, its helper needs the owner's rights.
if runuser -u nobody -- unshare --user --map-root-user --net true 2>/dev/null; then
  chmod 0755 "$sandbox"
else
  chmod 4755 "$sandbox"
fi

if command -v update-desktop-database >/dev/null; then
  update-desktop-database /usr/share/applications || true
fi

# Switched on the first time, and again when it was on before the package was removed; otherwise as the administrator left it.
is_first=no
case "${1-}:${2-}" in configure: | 1:*) is_first=yes ;; esac
if [ "$is_first" = yes ] || [ -e "$notes/was-enabled" ]; then
  systemctl enable "$unit" >/dev/null 2>&1 || echo 'Print ORS Service could not be set to start automatically.' >&2
  rm -f "$notes/was-enabled"
  start=start
else
  start=try-restart
fi
if has_systemd; then
  systemctl daemon-reload
  systemctl "$start" "$unit" || echo "Print ORS Service could not be started. See journalctl -u $unit." >&2
fi
