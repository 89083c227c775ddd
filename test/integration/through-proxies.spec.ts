import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Status } from '@shared/domain/status/status';
import { startBackOffice, type BackOffice } from '../back-office/back-office';
import { freePort, listen, LOOPBACK } from '../support/network/ports';
import { pacScript, startPacServer } from '../support/network/pac-server';
import { SQUID_ACCOUNT, startSquid, type Squid } from '../support/network/squid';
import type { SquidPolicy } from '../support/network/squid-configuration';
import { configure, createProgram, type Program } from '../support/program';

/** Chromium never asks a script about a loopback address: the back office gets a name. */
const NAME = 'updates.test';
const MAPPED = [`--host-resolver-rules=MAP ${NAME} ${LOOPBACK}`];

let office: BackOffice;
let program: Program;
let toStop: (() => Promise<unknown>)[];

const profileFor = (host: string) => ({
  ...office.vendorProfile,
  backOffice: `https://${host}:${office.port}/api/v1`,
});

beforeEach(async () => {
  office = await startBackOffice();
  toStop = [() => office.close()];
});
afterEach(async () => {
  for (const stop of toStop.reverse()) await stop();
});

const install = async (host = LOOPBACK) => {
  program = await createProgram({ vendorProfile: profileFor(host) });
  toStop.push(() => program.end());
  return program;
};
const kept = <T extends { stop: () => Promise<unknown> }>(rig: T) => {
  toStop.push(() => rig.stop());
  return rig;
};
const squidWith = async (policy: Partial<SquidPolicy> = {}) => kept(await startSquid(policy));

const WITHOUT_DOMAIN = { userName: SQUID_ACCOUNT.userName, password: SQUID_ACCOUNT.password };

type Login = { domain?: string; userName?: string; password?: string };

const setLogin = async ({ domain, userName = '', password = '' }: Login) => {
  if (domain !== undefined) await program.set('proxy.authentication.domain', domain);
  await program.set('proxy.authentication.userName', userName);
  await program.setSecret('proxy.authentication.password', password);
  await program.set('proxy.authentication.enabled', true);
};

const useProxy = async (url: string, login: Login = {}) => {
  await program.set('proxy.url', url);
  if (login.userName !== undefined) await setLogin(login);
  await program.set('proxy.mode', 'manual');
};

const status = async () => (await program.cli(['status', '--json'])).json as Status;
const becomes = (connection: Partial<Status['connection']>, timeout = 45_000) =>
  expect.poll(async () => (await status()).connection, { timeout, interval: 200 }).toMatchObject(connection);

/** A licence issued now comes through and lies in the licence folder, byte for byte. */
const mainJob = async () => {
  await becomes({ state: 'connected' });
  office.issueLicence({ kind: 'add-users', users: 3 });
  await expect
    .poll(() => readFileSync(program.licenceFile, 'utf8'), { timeout: 30_000, interval: 50 })
    .toBe(office.licences().at(-1)?.claims.file.content);
};

/** The log of squid once the service's tunnels are closed. */
const tunnelsOf = async (squid: Squid) => {
  await program.set('remoteService.enabled', false);
  const tunnels = () => squid.accessLog().filter(({ status: answered }) => answered === 200);
  await expect.poll(tunnels, { timeout: 30_000 }).not.toEqual([]);
  return tunnels();
};

describe('the main job, as squid has logged it', () => {
  const { domain, userName, password } = SQUID_ACCOUNT;

  it.each([
    ['without a login', 'none', {}, null],
    ['with a Basic login', 'basic', { userName, password }, 'jdoe'],
    ['with a Digest login', 'digest', { userName, password }, 'jdoe'],
    ['with an NTLM login and its domain', 'ntlm', { domain, userName, password }, 'TESTDOM\\jdoe'],
    [
      'with an NTLM login whose domain is said twice',
      'ntlm',
      { domain, userName: `${userName}@${domain.toLowerCase()}`, password },
      'TESTDOM\\jdoe',
    ],
  ] as const)('goes through a proxy server %s', async (_how, auth, login, name) => {
    const squid = await squidWith({ auth });
    await install();
    await configure(program, office);
    await useProxy(squid.address, login);
    await program.startService();
    await mainJob();
    expect((await status()).proxy).toEqual({
      ...{ mode: 'manual', found: squid.address, source: 'settings', script: null },
      ...(auth === 'none' ? {} : { login: auth }),
    });
    for (const tunnel of await tunnelsOf(squid)) {
      expect(tunnel).toMatchObject({ method: 'CONNECT', userName: name });
      expect(tunnel.target).toBe(`${LOOPBACK}:${office.port}`);
    }
  });

  it('goes where a script of the system says', async () => {
    const squid = await squidWith();
    const pac = kept(await startPacServer(pacScript(`PROXY ${squid.address}`)));
    await install(NAME);
    await configure(program, office);
    await program.set('proxy.mode', 'detect');
    program.env['auto_proxy'] = pac.url;
    await program.startService([], MAPPED);
    await mainJob();
    expect(pac.hits()).toBeGreaterThan(0);
    expect((await status()).proxy).toEqual({
      mode: 'detect',
      found: squid.address,
      source: 'script',
      script: pac.url,
    });
    for (const { target } of await tunnelsOf(squid)) expect(target).toBe(`${NAME}:${office.port}`);
  });

  it('goes directly where a script allows it and its proxy server is down', async () => {
    const pac = kept(await startPacServer(pacScript(`PROXY ${LOOPBACK}:${await freePort()}; DIRECT`)));
    await install(NAME);
    await configure(program, office);
    await program.set('proxy.mode', 'detect');
    program.env['auto_proxy'] = pac.url;
    await program.startService([], MAPPED);
    await mainJob();
    expect((await status()).proxy).toMatchObject({ found: null, source: 'script' });
  });

  it('goes through the proxy server that the environment of the account names', async () => {
    const squid = await squidWith();
    await install(NAME);
    await configure(program, office);
    await program.set('proxy.mode', 'detect');
    program.env['https_proxy'] = `http://${squid.address}`;
    await program.startService([], MAPPED);
    await mainJob();
    expect((await status()).proxy).toMatchObject({ found: squid.address, source: 'system' });
    expect(await tunnelsOf(squid)).not.toEqual([]);
  });

  it.each([
    ['the login of the settings', async () => setLogin(WITHOUT_DOMAIN), ''],
    ['the login beside it', () => Promise.resolve(), 'jdoe:geheim@'],
  ])('logs in at the proxy server of the environment with %s', async (_how, prepare, before) => {
    const squid = await squidWith({ auth: 'basic' });
    await install(NAME);
    await configure(program, office);
    await prepare();
    await program.set('proxy.mode', 'detect');
    program.env['https_proxy'] = `http://${before}${squid.address}`;
    await program.startService([], MAPPED);
    await mainJob();
    expect((await status()).proxy).toMatchObject({ found: squid.address, source: 'system', login: 'basic' });
    for (const { userName } of await tunnelsOf(squid)) expect(userName).toBe('jdoe');
  });

  it('speaks SOCKS with a SOCKS server that the environment names for everything', async () => {
    const firstBytes: number[] = [];
    const server = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.once('data', (data) => {
        firstBytes.push(data[0] ?? 0);
        socket.destroy();
      });
    });
    const port = await listen(server);
    toStop.push(() => new Promise((resolve) => server.close(resolve)));
    await install(NAME);
    await configure(program, office);
    await program.set('proxy.mode', 'detect');
    program.env['ALL_PROXY'] = `socks5://${LOOPBACK}:${port}`;
    await program.startService([], MAPPED);
    await becomes({ state: 'failed', reason: 'proxy-unreachable' });
    expect(new Set(firstBytes)).toEqual(new Set([5]));
  });

  it('goes through the proxy server that the network names where the system names none', async () => {
    const squid = await squidWith();
    const pac = kept(await startPacServer(pacScript(`PROXY ${squid.address}`), '/wpad.dat'));
    await install(NAME);
    await configure(program, office);
    await program.set('proxy.mode', 'detect');
    const rules = `MAP ${NAME} ${LOOPBACK}, MAP wpad ${LOOPBACK}:${pac.port}`;
    await program.startService([], [`--host-resolver-rules=${rules}`]);
    await mainJob();
    expect((await status()).proxy).toMatchObject({ found: squid.address, source: 'network' });
    expect(await tunnelsOf(squid)).not.toEqual([]);
  });
});

it('goes where the script of the settings says, with a login, and nowhere without it', async () => {
  const squid = await squidWith({ auth: 'basic' });
  const pac = kept(await startPacServer('<!doctype html><title>Sign in</title>'));
  await install(NAME);
  await configure(program, office);
  await setLogin(WITHOUT_DOMAIN);
  await program.set('proxy.scriptUrl', pac.url);
  await program.set('proxy.mode', 'script');
  await program.startService([], MAPPED);
  await becomes({ state: 'failed', reason: 'proxy-script-unusable' });
  pac.serve(pacScript(`PROXY ${squid.address}`));
  await mainJob();
  expect((await status()).proxy).toEqual({
    ...{ mode: 'script', found: squid.address, source: 'script', script: pac.url, login: 'basic' },
  });
  for (const { userName } of await tunnelsOf(squid)) expect(userName).toBe('jdoe');
});

describe('a script of the system (T36)', () => {
  const useScript = async (script: string) => {
    const pac = kept(await startPacServer(script));
    await install(NAME);
    await configure(program, office);
    await program.set('proxy.mode', 'detect');
    program.env['auto_proxy'] = pac.url;
    await program.startService([], MAPPED);
    return pac;
  };

  it('that never ends holds up nothing but the connection, which says so and recovers', async () => {
    const pac = await useScript('function FindProxyForURL() { while (true); }');
    await becomes({ state: 'failed', reason: 'proxy-detection-failed' }, 25_000);
    const from = Date.now();
    await status();
    expect(Date.now() - from).toBeLessThan(3000);
    pac.serve(pacScript('DIRECT'));
    await becomes({ state: 'connected' }, 60_000);
  }, 120_000);

  it.each<[string, string, true?]>([
    [
      'that reaches for the process',
      "function FindProxyForURL() { return this.constructor.constructor('return process')().pid; }",
    ],
    ['that is no script', 'junk (', true],
    ['that is a web page', '<!doctype html><title>Sign in</title>', true],
    ['that is far too large', `${'/'.repeat(50_000_000)}\n${pacScript('PROXY 127.0.0.1:1')}`],
  ])('%s is passed over, and told where it is none', async (_what, script, isScriptUnusable) => {
    await useScript(script);
    await becomes({ state: 'connected' }, 30_000);
    const told = isScriptUnusable === undefined ? {} : { isScriptUnusable };
    expect((await status()).proxy).toMatchObject({ found: null, source: 'script', ...told });
  });
});

describe('a proxy server in the way', () => {
  it.each(['basic', 'digest', 'ntlm'] as const)(
    'that refuses a %s login is asked once, until a person has corrected it',
    async (auth) => {
      const squid = await squidWith({ auth });
      const { domain, userName, password } = SQUID_ACCOUNT;
      await install();
      await configure(program, office);
      const named = auth === 'ntlm' ? { domain, userName } : { userName };
      await useProxy(squid.address, { ...named, password: 'wrong' });
      await program.startService();
      await becomes({ state: 'failed', reason: 'proxy-login-refused', nextTry: null });
      expect(squid.logins()).toHaveLength(1);
      // Looking at it, and reading the settings again, are no reasons to try again.
      await program.set('notices.days', [30]);
      await becomes({ state: 'failed', reason: 'proxy-login-refused' });
      expect(squid.logins()).toHaveLength(1);
      await program.setSecret('proxy.authentication.password', password);
      await becomes({ state: 'connected' }, 5000);
    },
  );

  it('is told by name: down, unknown, forbidding, asking for a login', async () => {
    const squid = await squidWith({ refusesConnect: true });
    await install();
    await configure(program, office);
    await useProxy(squid.address);
    await program.startService();
    await becomes({ state: 'failed', reason: 'proxy-refused' });
    await squid.goAway();
    await becomes({ state: 'failed', reason: 'proxy-unreachable' }, 40_000);
    await program.set('proxy.url', 'no-such-proxy.invalid:3128');
    await becomes({ state: 'failed', reason: 'proxy-name-not-found' });
    const asking = await squidWith({ auth: 'basic' });
    await program.set('proxy.url', asking.address);
    await becomes({ state: 'failed', reason: 'proxy-login-required', nextTry: null });
    expect(asking.logins()).toEqual([]);
  });
});
