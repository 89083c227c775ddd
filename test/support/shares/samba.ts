import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const PASSWORD = 'geheim';
const DOMAIN = 'TESTDOM';
const SHARE = 'share';

/** A file server of its own, with a share that is mounted as the service would see it. */
export interface Samba {
  /** The share's folder on the server: what it holds, seen past the network. */
  served: string;
  /** The same folder as mounted; every call of it goes through the server. */
  mounted: string;
  /**
   * The server neither answers nor goes away, as one whose disk hangs. The mount waits for it, or gives up after a while
   * where it has to connect anew.
   */
  hang(): void;
  /** The mount itself does not answer: calls of it wait in the system, and processes in them cannot be ended. */
  freeze(): void;
  resume(): void;
  stop(): Promise<void>;
}

const configurationOf = (home: string, address: string) => {
  const own = ['private dir', 'lock directory', 'state directory', 'cache directory', 'pid directory']
    .map((name) => `${name} = ${home}/state`)
    .join('\n');
  return `[global]
workgroup = ${DOMAIN}
netbios name = NAS
server role = standalone server
smb ports = 445
interfaces = ${address}/8
bind interfaces only = yes
map to guest = never
server min protocol = SMB2_10
${own}
ncalrpc dir = ${home}/state/ncalrpc
log file = ${home}/state/log
passdb backend = tdbsam:${home}/state/passdb.tdb
disable spoolss = yes
load printers = no
[${SHARE}]
path = ${home}/served
read only = no
force user = root
`;
};

/** smbnetfs knows port 445 only, so each server has a loopback address of its own. */
const ownAddress = () => {
  const part = () => 2 + Math.floor(Math.random() * 250);
  return `127.${part()}.${part()}.${part()}`;
};

const ended = (child: ChildProcess) =>
  new Promise<void>((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve();
    else child.once('exit', () => resolve());
  });

const untilThere = async (what: string, isThere: () => boolean, whyNot: () => string) => {
  for (let look = 0; look < 400; look += 1) {
    if (isThere()) return;
    await wait(25);
  }
  throw new Error(`${what} did not come: ${whyNot()}`);
};

const isMounted = (mount: string) => readFileSync('/proc/self/mountinfo', 'utf8').includes(` ${mount} `);

/** `stat` in a process of its own: a mount that does not answer yet must not hold a thread of the tests. */
const answers = (folder: string) => spawnSync('stat', [folder], { timeout: 2000 }).status === 0;

/** Starts Samba and mounts its share over FUSE; for root. */
export const startSamba = async (): Promise<Samba> => {
  const home = mkdtempSync(path.join(tmpdir(), 'samba-'));
  chmodSync(home, 0o755);
  const address = ownAddress();
  const mount = path.join(home, 'mount');
  const mounted = path.join(mount, address, SHARE);
  for (const name of ['state', 'served', 'mount', 'account/.smb'])
    mkdirSync(path.join(home, name), { recursive: true });
  const configuration = path.join(home, 'smb.conf');
  writeFileSync(configuration, configurationOf(home, address));
  execFileSync('smbpasswd', ['-c', configuration, '-s', '-a', 'root'], {
    input: `${PASSWORD}\n${PASSWORD}\n`,
  });
  // A group of its own, so that the processes it makes for its clients are stopped with it.
  const server = spawn('smbd', ['-F', '--no-process-group', '-s', configuration], {
    detached: true,
    stdio: 'ignore',
  });
  const login = path.join(home, 'smbnetfs.conf');
  writeFileSync(login, `auth "${address}" "${DOMAIN}/root" "${PASSWORD}"\n`, { mode: 0o600 });
  writeFileSync(
    path.join(home, 'account/.smb/smb.conf'),
    `[global]\nworkgroup = ${DOMAIN}\nclient min protocol = SMB2_10\n`,
  );
  const client = spawn('smbnetfs', ['-f', '-o', `config=${login}`, mount], {
    env: { ...process.env, HOME: path.join(home, 'account') },
    stdio: 'ignore',
  });
  const signal = (name: NodeJS.Signals) => process.kill(-(server.pid ?? 0), name);
  const whyNot = () =>
    existsSync(`${home}/state/log`) ? readFileSync(`${home}/state/log`, 'utf8').slice(-500) : '';
  await untilThere('the mount', () => isMounted(mount), whyNot);
  await untilThere('the share', () => answers(mounted), whyNot);
  return {
    served: path.join(home, 'served'),
    mounted,
    hang: () => signal('SIGSTOP'),
    freeze: () => void client.kill('SIGSTOP'),
    resume: () => {
      client.kill('SIGCONT');
      signal('SIGCONT');
    },
    stop: async () => {
      signal('SIGCONT');
      spawnSync('umount', ['-l', mount]);
      client.kill('SIGKILL');
      signal('SIGKILL');
      await Promise.all([ended(client), ended(server)]);
      rmSync(home, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
    },
  };
};
