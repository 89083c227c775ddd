import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Status } from '@shared/domain/status/status';
import { startBackOffice, type BackOffice } from '../back-office/back-office';
import { createAuthority } from '../back-office/data/certificate';
import { startOriginCapture, startProxyCapture } from '../support/network/captures';
import { pacScript, startPacServer } from '../support/network/pac-server';
import { LOOPBACK } from '../support/network/ports';
import { startSquid } from '../support/network/squid';
import { commandLineOf, environmentOf, processesOf } from '../support/processes/processes';
import { configure, createProgram, type Program } from '../support/program';

const USER = 'jdoe';
const PASSWORD = 'CANARY-73aa19-proxy';
const LOGIN = Buffer.from(`${USER}:${PASSWORD}`).toString('base64');
const holdsSecret = (content: string | Buffer) =>
  [PASSWORD, LOGIN].some((secret) => content.includes(secret));

let office: BackOffice;
let program: Program;
let toStop: (() => Promise<unknown>)[];

const kept = <T extends { stop: () => Promise<unknown> }>(rig: T) => {
  toStop.push(() => rig.stop());
  return rig;
};

beforeEach(async () => {
  office = await startBackOffice();
  toStop = [() => office.close()];
});
afterEach(async () => {
  for (const stop of toStop.reverse()) await stop();
});

const install = async (vendorProfile: unknown) => {
  program = await createProgram({ vendorProfile: vendorProfile as BackOffice['vendorProfile'] });
  toStop.push(() => program.end());
  await configure(program, office);
};

const logInAt = async (proxy: string, mode: 'manual' | 'detect' = 'manual') => {
  await program.set('proxy.url', proxy);
  await program.set('proxy.authentication.userName', USER);
  await program.setSecret('proxy.authentication.password', PASSWORD);
  await program.set('proxy.mode', 'manual');
  await program.set('proxy.authentication.enabled', true);
  if (mode === 'detect') await program.set('proxy.mode', 'detect');
};

const becomes = (connection: Partial<Status['connection']>) =>
  expect
    .poll(async () => ((await program.cli(['status', '--json'])).json as Status).connection, {
      timeout: 15_000,
      interval: 200,
    })
    .toMatchObject(connection);

const filesBelow = (folder: string) =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));

/** Runs commands, each of which must end with its code and without the password. */
const saysNothing = async (commands: readonly (readonly [number, readonly string[]])[]) => {
  for (const [expected, words] of commands) {
    const { code, text, errors } = await program.cli(words);
    expect(code, `${words.join(' ')}: ${errors}`).toBe(expected);
    expect(text).not.toBe('');
    expect(holdsSecret(text + errors)).toBe(false);
  }
};

it('keeps the proxy password out of files, logs, command lines, environments and the back office (T34)', async () => {
  const account = { domain: '', userName: USER, password: PASSWORD };
  const squid = kept(await startSquid({ auth: 'basic', account }));
  await install(office.vendorProfile);
  const inProcesses: string[] = [];
  const sampler = setInterval(() => {
    for (const pid of processesOf(program.home)) {
      const seen = `${commandLineOf(pid).join(' ')} ${environmentOf(pid)}`;
      if (holdsSecret(seen)) inProcesses.push(seen);
    }
  }, 50);
  kept({
    stop: async () => {
      clearInterval(sampler);
      await Promise.resolve();
    },
  });
  await logInAt(squid.address);
  await program.startService();
  await becomes({ state: 'connected' });
  // The words of a check are those that are copied for the help desk.
  await saysNothing([
    [0, ['check']],
    [0, ['check', '--json']],
  ]);
  // A refusal goes other ways through the program than a success.
  await squid.goAway();
  await becomes({ state: 'failed', reason: 'proxy-unreachable' });
  clearInterval(sampler);
  expect(inProcesses).toEqual([]);
  expect(new Set(squid.logins().map(({ userName }) => userName))).toEqual(new Set([USER]));
  expect(office.requests.length).toBeGreaterThan(0);
  expect(holdsSecret(JSON.stringify(office.requests))).toBe(false);
  expect(JSON.stringify(office.requests)).not.toContain('proxy-authorization');
  const files = [...filesBelow(program.home), path.join(program.base, 'output.log')];
  expect(files.some((file) => file.endsWith('service.log'))).toBe(true);
  expect(files.filter((file) => holdsSecret(readFileSync(file)))).toEqual([]);
  await saysNothing([
    [0, ['settings', 'get']],
    [0, ['settings', 'export', '-']],
    [0, ['report', '-']],
    [21, ['status', '--json']],
    [21, ['check']],
  ]);
});

it('shows the login to the proxy server on CONNECT, once, and to no server that asks for one (T34)', async () => {
  const authority = await createAuthority();
  const headers = { 'WWW-Authenticate': 'Basic realm="office"', 'Content-Type': 'text/plain' };
  const origin = kept(await startOriginCapture(authority, { status: 401, headers, body: '' }));
  const proxy = kept(await startProxyCapture());
  await install({
    ...office.vendorProfile,
    backOffice: `https://${LOOPBACK}:${origin.port}/api/v1`,
    certificates: [authority.certificate],
  });
  await logInAt(`${LOOPBACK}:${proxy.port}`);
  await program.startService();
  await becomes({ state: 'failed' });
  expect(origin.heads.length).toBeGreaterThan(0);
  expect(origin.heads.join('\n').toLowerCase()).not.toMatch(/^(proxy-)?authorization: (basic|ntlm|digest)/m);
  expect(holdsSecret(origin.heads.join('\n'))).toBe(false);
  expect(proxy.heads.join('\n')).not.toContain('Proxy-Authorization');

  proxy.set('asks-for-login');
  proxy.heads.splice(0);
  await program.set('proxy.url', `localhost:${proxy.port}`);
  await becomes({ state: 'failed', reason: 'proxy-login-refused' });
  const shown = proxy.heads.filter((head) => head.includes(LOGIN));
  expect(shown).toHaveLength(1);
  expect(shown[0]).toMatch(/^CONNECT /);
  expect(proxy.heads.every((head) => head.startsWith('CONNECT '))).toBe(true);
});

it('shows a readable login to no proxy server that the network alone names (T34)', async () => {
  const other = kept(await startProxyCapture('asks-for-login'));
  const script = kept(await startPacServer(pacScript(`PROXY ${LOOPBACK}:${other.port}`), '/wpad.dat'));
  await install({ ...office.vendorProfile, backOffice: `https://updates.test:${office.port}/api/v1` });
  await logInAt('configured.example:3128', 'detect');
  const rules = `MAP updates.test ${LOOPBACK}, MAP wpad ${LOOPBACK}:${script.port}`;
  await program.startService([], [`--host-resolver-rules=${rules}`]);
  await becomes({ state: 'failed', reason: 'proxy-login-required', nextTry: null });
  expect(other.heads.length).toBeGreaterThan(0);
  expect(other.heads.join('\n')).not.toContain('Proxy-Authorization');
});
