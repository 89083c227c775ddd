#!/bin/sh
# Removing keeps settings, state and history; purging takes them away too. The account stays, because files in licence
# folders may belong to it, and so do what the organisation has put beside: its policy, and its own drop-ins for the unit.
# $1 = remove | purge | upgrade | abort-upgrade.
set -eu

case "${1-}" in
  remove | purge) ;;
  *) exit 0 ;;
esac

if [ "$1" = purge ]; then
  # rm goes by folder handles and follows no link, so what the service put there cannot lead it elsewhere.
  rm -rf --one-file-system /var/lib/remote-service /var/lib/remote-service-installer /etc/remote-service/settings
  rm -f /etc/systemd/system/remote-service.service.d/account.conf /etc/tmpfiles.d/remote-service.conf
  for folder in /etc/remote-service /etc/systemd/system/remote-service.service.d; do
    if [ -d "$folder" ]; then rmdir --ignore-fail-on-non-empty "$folder"; fi
  done
  deb-systemd-helper purge remote-service.service >/dev/null || true
fi
if [ -d /run/systemd/system ]; then systemctl --system daemon-reload || true; fi
