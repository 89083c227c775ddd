#!/bin/sh
# Before an upgrade, asks the installed program whether the maintenance covers this version. A first installation never
# asks. deb: $1 = install | upgrade; rpm: $1 = how many versions will be there, so 2 is an upgrade, and 3 one after an upgrade
# that was cut off. What refuses leaves everything as it was.
set -eu
umask 022

version='@VERSION@'
released='@RELEASED@'
program=/opt/remote-service/remote-service
state=/var/lib/remote-service
notes=/var/lib/remote-service-installer

say() { printf 'Remote Service: %s\n' "$1" >&2; }

# Read when the new files are there, maybe only after this was cut off and done again: the service may have ended by then.
note_start() {
  mkdir -p "$notes"
  : >"$notes/to-be-started"
}

note_running() {
  case $(systemctl show --property=ActiveState --value remote-service.service 2>/dev/null) in
    '' | inactive) ;;
    *) note_start ;;
  esac
}

case "${1-}" in
  # Where a removed version's settings are still there, it is to run again when it was enabled.
  install)
    note_start
    exit 0
    ;;
  upgrade | [2-9]) ;;
  *) exit 0 ;;
esac

# Only root can write here; the service takes what stands here over into its log.
if [ "${REMOTE_SERVICE_SKIP_ENTITLEMENT-}" = 1 ]; then
  mkdir -p "$notes"
  printf '{"at":"%s","version":"%s","released":"%s"}\n' "$(date -u +%Y-%m-%dT%H:%M:%SZ)" "$version" "$released" \
    >>"$notes/entitlement-skipped.jsonl"
  say "installing version $version without checking whether maintenance covers it. This is recorded."
  note_running
  exit 0
fi

if [ ! -x "$program" ]; then
  say 'the installed program is damaged, so maintenance could not be checked. The installation continues.'
  note_running
  exit 0
fi

# The service's own account may read what the answer depends on; root has no business in a program that reads files.
account=$(stat -c %U "$state" 2>/dev/null) || account=
case "$account" in
  '' | root | UNKNOWN) account=remote-service ;;
esac

# Asked about the vendor whom the service works for; a release knows only its own.
vendor=$(systemctl show --property=Environment --value remote-service.service 2>/dev/null |
  tr ' ' '\n' | sed -n 's/^REMOTE_SERVICE_VENDOR=//p') || vendor=

code=0
answer=$(
  cd / && timeout 60 runuser -u "$account" -- env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME="$state" \
    LANG="${LC_ALL:-${LANG:-C.UTF-8}}" REMOTE_SERVICE_VENDOR="$vendor" \
    "$program" --no-sandbox --log-level=3 entitlement --version "$version" --released "$released" 2>&1
) || code=$?

case "$code" in
  0) ;;
  10 | 12)
    say "version $version was not installed. The current version is still in use."
    say "$answer"
    exit 1
    ;;
  11 | 13)
    say "$answer"
    say 'the installation continues.'
    ;;
  *)
    say "could not check whether maintenance covers version $version (code $code). The installation continues."
    say "$answer"
    ;;
esac
note_running
