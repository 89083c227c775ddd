import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { accepting, freePort, LOOPBACK } from './ports';
import { writeSquidConfiguration, type SquidAccount, type SquidPolicy } from './squid-configuration';

export const SQUID_ACCOUNT: SquidAccount = { domain: 'TESTDOM', userName: 'jdoe', password: 'geheim' };

/** One request as squid has logged it; a tunnel is logged when it ends. */
type AccessLine = {
  status: number;
  /** The name that squid took the login for, with its domain for NTLM; null without one. */
  userName: string | null;
  method: string;
  target: string;
  /** The login of the request itself: null = no login, `ntlm-negotiate` carries no password yet. */
  login: 'basic' | 'digest' | 'ntlm-negotiate' | 'ntlm' | 'other' | null;
};

export type Squid = {
  /** `127.0.0.1:PORT`. */
  address: string;
  port: number;
  accessLog: () => AccessLine[];
  /** The requests that brought a password or a proof of one. */
  logins: () => AccessLine[];
  goAway: () => Promise<void>;
  comeBack: () => Promise<void>;
  /** Ends it and removes its folder. */
  stop: () => Promise<void>;
};

const read = (file: string) => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
};

const loginOf = (header: string): AccessLine['login'] => {
  if (header === '-' || header === '') return null;
  if (header.startsWith('Basic ')) return 'basic';
  if (header.startsWith('Digest ')) return 'digest';
  if (header.startsWith('NTLM TlRMTVNTUAAB')) return 'ntlm-negotiate';
  return header.startsWith('NTLM TlRMTVNTUAAD') ? 'ntlm' : 'other';
};

const lineOf = (text: string): AccessLine => {
  const [status = '', userName = '', method = '', target = '', header = ''] = text.split('\t');
  return {
    status: Number(status),
    userName: userName === '-' || userName === '' ? null : userName,
    method,
    target,
    login: loginOf(header),
  };
};

/** Squid wants a name of letters and digits alone, and keeps shared memory under it. */
const run = async (configuration: string, folder: string, port: number): Promise<ChildProcess> => {
  const name = `rig${randomBytes(6).toString('hex')}`;
  const child = spawn('/usr/sbin/squid', ['-N', '-n', name, '-f', configuration], { stdio: 'ignore' });
  let failure: string | null = null;
  child.once('error', (error) => (failure = error.message));
  child.once('exit', (code) => (failure = `squid ended with ${code}\n${read(`${folder}/cache.log`)}`));
  await accepting(port, () => failure);
  return child;
};

const end = async (child: ChildProcess, folder: string) => {
  const isOver = child.exitCode !== null || child.signalCode !== null;
  const exited = isOver ? Promise.resolve() : new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), 5000);
  await exited;
  clearTimeout(timer);
  await rm(path.join(folder, 'squid.pid'), { force: true });
};

/** Starts a real squid on the loopback address. */
export const startSquid = async (policy: Partial<SquidPolicy> = {}): Promise<Squid> => {
  const folder = mkdtempSync(path.join(tmpdir(), 'squid-'));
  chmodSync(folder, 0o777);
  const port = await freePort();
  const whole = {
    auth: 'none',
    account: SQUID_ACCOUNT,
    refusesConnect: false,
    hosts: ['updates.test'],
  } as const;
  const configuration = writeSquidConfiguration(folder, port, { ...whole, ...policy });
  let child = await run(configuration, folder, port);
  const accessLog = () =>
    read(path.join(folder, 'access.log'))
      .split('\n')
      .filter((line) => line !== '')
      .map(lineOf)
      // A look whether the port is open leaves a line without a request.
      .filter(({ method }) => method !== '-');
  return {
    address: `${LOOPBACK}:${port}`,
    port,
    accessLog,
    logins: () => accessLog().filter(({ login }) => login !== null && login !== 'ntlm-negotiate'),
    goAway: () => end(child, folder),
    comeBack: async () => {
      child = await run(configuration, folder, port);
    },
    stop: async () => {
      await end(child, folder);
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
};
