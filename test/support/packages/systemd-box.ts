import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const SCRIPT = path.join(import.meta.dirname, 'systemd-box.sh');
const LINUX = path.resolve(import.meta.dirname, '../../../build/linux');
const { serviceUnit } = (await import(pathToFileURL(path.join(LINUX, 'service-unit.mjs')).href)) as {
  serviceUnit: (program: readonly string[]) => string;
};
const COMMAND_DEADLINE_MS = 60_000;

export interface BoxResult {
  code: number;
  /** Standard output without the space at its ends. */
  text: string;
  errors: string;
}

/** A folder of the machine under another name in the box; read-only unless said otherwise. */
export interface BoxBind {
  from: string;
  to: string;
  isWritable?: boolean;
}

/** A real systemd, D-Bus and polkit in a throw-away copy of this machine, with a network of its own. */
export interface SystemdBox {
  /** Where the box's `/` lies on the machine; what is put there is in the box. */
  root: string;
  /** Runs a command as root with a bare environment; never throws for an exit code. */
  exec(...command: string[]): Promise<BoxResult>;
  /** The same, as another account of the box. */
  execAs(account: string, ...command: string[]): Promise<BoxResult>;
  /** Like `exec`; throws with the command's own words where it ends with another code than 0. */
  run(...command: string[]): Promise<string>;
  write(file: string, text: string, mode?: number): void;
  stop(): Promise<void>;
}

const call = (args: readonly string[]): Promise<BoxResult> =>
  new Promise((resolve) => {
    execFile(
      SCRIPT,
      args,
      { timeout: COMMAND_DEADLINE_MS, maxBuffer: 16 * 1024 * 1024, killSignal: 'SIGKILL' },
      (error, stdout, stderr) => {
        const code = error === null ? 0 : typeof error.code === 'number' ? error.code : -1;
        resolve({ code, text: stdout.trim(), errors: stderr.trim() });
      },
    );
  });

/** Boots a box; several may run at once. Needs root and systemd-nspawn. */
export const startSystemdBox = async (binds: readonly BoxBind[] = []): Promise<SystemdBox> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'systemd-box-'));
  // The script makes the folder itself, so that it never takes one with something in it.
  rmdirSync(folder);
  const root = path.join(folder, 'root');
  const stop = async () => {
    await call(['stop', folder]);
  };
  const words = binds.map(({ from, to, isWritable }) => `${from}:${to}${isWritable === true ? '' : ':ro'}`);
  const started = await call(['start', folder, ...words]);
  if (started.code !== 0) {
    await stop();
    throw new Error(`the box did not start: ${started.errors}`);
  }
  const exec = (...command: string[]) => call(['exec', folder, ...command]);
  return {
    root,
    exec,
    execAs: (account, ...command) => exec('runuser', '-u', account, '--', ...command),
    run: async (...command) => {
      const { code, text, errors } = await exec(...command);
      if (code !== 0) throw new Error(`${command.join(' ')}: ${code} ${text} ${errors}`);
      return text;
    },
    write: (file, text, mode = 0o644) => {
      mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
      writeFileSync(path.join(root, file), text, { mode });
    },
    stop,
  };
};

/** Puts unit, accounts, folders, polkit files and helper of Print ORS Service into the box, as a package would. */
export const installServiceUnit = async (box: SystemdBox, program: readonly string[]): Promise<void> => {
  box.write('/usr/lib/systemd/system/remote-service.service', serviceUnit(program));
  for (const [name, place] of [
    ['remote-service.sysusers.conf', '/usr/lib/sysusers.d/remote-service.conf'],
    ['remote-service.tmpfiles.conf', '/usr/lib/tmpfiles.d/remote-service.conf'],
    ['remote-service.rules', '/usr/share/polkit-1/rules.d/remote-service.rules'],
    ['remote-service.policy', '/usr/share/polkit-1/actions/remote-service.policy'],
    ['service-helper', '/usr/lib/remote-service/service-helper'],
    ['software-helper', '/usr/lib/remote-service/software-helper'],
  ] as const) {
    cpSync(path.join(LINUX, name), path.join(box.root, place));
  }
  await box.run('systemd-sysusers');
  await box.run('systemd-tmpfiles', '--create', 'remote-service.conf');
  await box.run('systemctl', 'daemon-reload');
};
