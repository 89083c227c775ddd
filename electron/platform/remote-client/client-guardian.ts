import { spawn } from 'node:child_process';
import type { ProcessIdentity } from './assistance-provider';

/**
 * Waits for the end of its standard input, which comes with the end of the app however that ends, and then ends the
 * client: `$1` its group, `$2` the mark of the group's leader, `$3` the folder of its program. A number that belongs to
 * another process by now is left alone. `over` = the client is gone, `adopted` = it has handed its work to another process
 * of its folder.
 */
const SCRIPT = `
group=$1 mark=$2 folder=$3 adopted=no
while read -r word; do
  case $word in
    over) exit 0 ;;
    adopted) adopted=yes ;;
  esac
done
end() {
  case $(sed 's/^.*) //' "/proc/$group/stat" 2>/dev/null | cut -d' ' -f20) in
    '' | "$mark") kill -s "$1" -- "-$group" 2>/dev/null ;;
  esac
  [ "$adopted" = yes ] || return 0
  for entry in /proc/[0-9]*; do
    [ -O "$entry" ] || continue
    file=$(readlink "$entry/exe" 2>/dev/null) || continue
    [ "\${file%/*}" = "$folder" ] && kill -s "$1" "\${entry#/proc/}"
  done
}
end TERM
sleep 1
end KILL
`;

export interface ClientGuardian {
  /** The client goes on in another process of its folder. */
  adopted(): void;
  /** The client is gone: there is nothing left to guard. */
  over(): void;
  /** As the end of the app does it. */
  abandon(): void;
}

/**
 * Ends a client whose app is gone, with the rights of the person who started it: an installed service has another account
 * and cannot. Where it cannot be started, the app and the service end the client as far as they reach.
 */
export const guardClient = ({ id, mark }: ProcessIdentity, folder: string): ClientGuardian => {
  const child = spawn('/bin/sh', ['-c', SCRIPT, 'guardian', String(id), mark, folder], {
    cwd: '/',
    env: { PATH: '/usr/bin:/bin', LC_ALL: 'C' },
    // In a session of its own: what ends the app's group does not end it.
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
    shell: false,
  });
  child.once('error', () => undefined);
  child.stdin.on('error', () => undefined);
  child.unref();
  return {
    adopted: () => void child.stdin.write('adopted\n'),
    over: () => void child.stdin.end('over\n'),
    abandon: () => void child.stdin.destroy(),
  };
};
