#!/bin/sh
# Removing keeps settings, state and history; purging (deb only) takes them away too. The account stays, because files in
# licence folders may belong to it. deb: $1 = remove | purge | upgrade; rpm: $1 = how many versions stay.
set -eu

case "${1-}" in
  remove | purge | 0) ;;
  *) exit 0 ;;
esac

if [ "$1" = purge ]; then
  # rm goes by folder handles and follows no link, so what the service put there cannot lead it elsewhere.
  rm -rf --one-file-system /var/lib/remote-service /var/lib/remote-service-installer /etc/remote-service \
    /etc/systemd/system/remote-service.service.d /etc/tmpfiles.d/remote-service.conf
fi
if [ -d /run/systemd/system ]; then systemctl daemon-reload || true; fi
if command -v update-desktop-database >/dev/null; then
  update-desktop-database /usr/share/applications || true
fi
