#!/bin/bash
# A file server with the access lists of Windows, in a network of its own, with accounts that this machine does not have.
#   unshare --net --mount access-lab.sh FOLDER   FOLDER is new; commands come on standard input, a line each:
#     list NAME SDDL               makes a folder below the share, as the administrator, and gives it the list, in which
#                                  {winadm} and the like are the accounts
#     do ACCOUNT COMMANDS          runs commands of smbclient as the account; FILE is a file to put
# The answer to each is what was said, and a line with a form feed. Needs root.
set -u
home=$1
mkdir -p "$home/state" "$home/served"
chmod 755 "$home"
chmod 777 "$home/served"
cp /etc/passwd "$home/passwd"
number=1001
for name in winadm winsvc winop winout; do
  echo "$name:x:$((64000 + number)):65534::/nonexistent:/usr/sbin/nologin" >>"$home/passwd"
  number=$((number + 1))
done
mount --bind "$home/passwd" /etc/passwd
ip link set lo up
cat >"$home/smb.conf" <<END
[global]
workgroup = TESTDOM
netbios name = NAS
server role = standalone server
smb ports = 445
private dir = $home/state
lock directory = $home/state
state directory = $home/state
cache directory = $home/state
pid directory = $home/state
ncalrpc dir = $home/state/ncalrpc
log file = $home/state/log
passdb backend = tdbsam:$home/state/passdb.tdb
disable spoolss = yes
load printers = no
[data]
path = $home/served
read only = no
vfs objects = acl_xattr
acl_xattr:ignore system acls = yes
END
declare -A sid
for name in winadm winsvc winop winout; do
  printf 'x\nx\n' | smbpasswd -c "$home/smb.conf" -s -a "$name" >>"$home/said" 2>&1
  sid[$name]=$(pdbedit -s "$home/smb.conf" -L -v "$name" 2>>"$home/said" | sed -n 's/^User SID: *//p')
done
# A group of its own: what it ends at its end is its group.
setsid smbd -F --no-process-group -s "$home/smb.conf" >/dev/null 2>&1 </dev/null &
server=$!
trap 'kill "$server"' EXIT
for _ in $(seq 100); do
  smbclient -s "$home/smb.conf" //127.0.0.1/data -U winadm%x -c ls >/dev/null 2>&1 && break
  sleep 0.1
done
as() { smbclient -s "$home/smb.conf" //127.0.0.1/data -U "$1%x" -c "${2//FILE/$home/content}" 2>&1 </dev/null; }
echo content >"$home/content"
while IFS=$'\t' read -r verb first second; do
  for name in "${!sid[@]}"; do second=${second//\{$name\}/${sid[$name]}}; done
  case $verb in
    list)
      as winadm "mkdir \"$first\""
      smbcacls -s "$home/smb.conf" --sddl //127.0.0.1/data "$first" --set "$second" -U winadm%x 2>&1 </dev/null
      ;;
    do) as "$first" "$second" ;;
  esac
  printf '\f\n'
done
