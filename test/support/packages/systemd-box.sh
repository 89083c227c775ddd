#!/bin/bash
# A real systemd in a throw-away overlay of /, with a network of its own (loopback only).
#   systemd-box.sh start FOLDER [HOST_FOLDER:FOLDER_IN_BOX[:ro] ...]   FOLDER becomes a memory disk and must be new
#   systemd-box.sh exec FOLDER COMMAND [ARGUMENT ...]                  as root, with a bare environment
#   systemd-box.sh stop FOLDER
# Needs root. Several boxes may run at once, each with its own FOLDER.
set -u
box=$2
root=$box/root

running_init() { cat "$box/init.pid"; }

enter() {
  nsenter -t "$(running_init)" -m -p -n -u -i -r -w \
    env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 TERM=dumb "$@"
}

prepare() {
  mkdir -p "$box" && mount -t tmpfs -o mode=755 tmpfs "$box" || exit 1
  mkdir "$box/upper" "$box/work" "$root"
  mount -t overlay overlay -o "lowerdir=/,upperdir=$box/upper,workdir=$box/work" "$root" || exit 1
  # Nothing of what the machine itself would start is to start in the box.
  rm -rf "$root"/etc/systemd/system/*.wants "$root/etc/machine-id" "$root/usr/sbin/policy-rc.d"
  echo uninitialized >"$root/etc/machine-id"
  for unit in systemd-resolved systemd-networkd systemd-timesyncd systemd-firstboot systemd-tmpfiles-setup \
    systemd-tmpfiles-clean; do
    ln -sf /dev/null "$root/etc/systemd/system/$unit.service"
  done
  printf '[Unit]\nRequires=basic.target dbus.socket\nWants=systemd-logind.service\nAfter=basic.target\nAllowIsolate=yes\n' \
    >"$root/etc/systemd/system/box.target"
  ln -sf box.target "$root/etc/systemd/system/default.target"
}

first_child() { tr ' ' '\n' 2>/dev/null </proc/"$1"/task/"$1"/children | head -n 1; }

boot() {
  local binds=() bind state='' nspawn
  for bind in "$@"; do
    case $bind in
      *:ro) binds+=("--bind-ro=${bind%:ro}") ;;
      *) binds+=("--bind=$bind") ;;
    esac
  done
  setsid systemd-nspawn --quiet --boot --register=no --keep-unit --private-network --console=pipe \
    --directory="$root" --machine="box-$$" "${binds[@]}" >"$box/console.log" 2>&1 </dev/null &
  nspawn=$!
  echo "$nspawn" >"$box/nspawn.pid"
  for _ in $(seq 600); do
    first_child "$nspawn" >"$box/init.pid"
    [ -s "$box/init.pid" ] && state=$(enter systemctl is-system-running 2>/dev/null)
    case $state in running | degraded) return 0 ;; esac
    kill -0 "$nspawn" 2>/dev/null || break
    sleep 0.1
  done
  cat "$box/console.log" >&2
  return 1
}

shut_down() {
  local nspawn
  nspawn=$(cat "$box/nspawn.pid" 2>/dev/null)
  if [ -n "$nspawn" ]; then
    kill -KILL "$(running_init)" "$nspawn" 2>/dev/null
    for _ in $(seq 100); do
      kill -0 "$nspawn" 2>/dev/null || break
      sleep 0.05
    done
  fi
  for place in "$root" "$box"; do
    for _ in $(seq 50); do
      mountpoint -q "$place" || break
      umount "$place" 2>/dev/null || sleep 0.1
    done
  done
  rmdir "$box"
}

case $1 in
  start)
    shift 2
    prepare
    boot "$@"
    ;;
  exec)
    shift 2
    enter "$@"
    ;;
  stop) shut_down ;;
  *) exit 2 ;;
esac
