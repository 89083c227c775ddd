import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Status } from '@shared/domain/status/status';
import { startBackOffice, type BackOffice } from '../back-office/back-office';
import { freePort, LOOPBACK } from '../support/network/ports';
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

const useProxy = async (
  url: string,
  login: { domain?: string; userName?: string; password?: string } = {},
) => {
  await program.set('proxy.url', url);
  if (login.userName !== undefined) {
    if (login.domain !== undefined) await program.set('proxy.authentication.domain', login.domain);
    await program.set('proxy.authentication.userName', login.userName);
    await program.setSecret('proxy.authentication.password', login.password ?? '');
    await program.set('proxy.authentication.enabled', true);
  }
  await program.set('proxy.mode', 'manual');
};

const status = async () => (await program.cli(['status', '--json'])).json as Status;
const becomes = (connection: Partial<Status['connection']>, timeout = 15_000) =>
  expect.poll(async () => (await status()).connection, { timeout, interval: 200 }).toMatchObject(connection);

/** A licence issued now comes through and lies in the licence folder, byte for byte. */
const mainJob = async () => {
  await becomes({ state: 'connected' });
  office.issueLicence({ kind: 'add-users', users: 3 });
  await expect
    .poll(() => readFileSync(program.licenceFile, 'utf8'), { timeout: 10_000, interval: 50 })
    .toBe(office.licences().at(-1)?.claims.file.content);
};

/** The log of squid once the service's tunnels are closed. */
const tunnelsOf = async (squid: Squid) => {
  await program.set('remoteService.enabled', false);
  const tunnels = () => squid.accessLog().filter(({ status: answered }) => answered === 200);
  await expect.poll(tunnels, { timeout: 10_000 }).not.toEqual([]);
  return tunnels();
};

describe('the main job, as squid has logged it', () => {
  const { domain, userName, password } = SQUID_ACCOUNT;

  it.each([
    ['without a login', 'none', {}, null],
    ['with a Basic login', 'basic', { userName, password }, 'jdoe'],
    ['with a Digest login', 'digest', { userName, password }, 'jdoe'],
    ['with an NTLM login and its domain', 'ntlm', { domain, userName, password }, 'TESTDOM\\jdoe'],
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

  it.each([
    [
      'that reaches for the process',
      "function FindProxyForURL() { return this.constructor.constructor('return process')().pid; }",
    ],
    ['that is no script', 'junk ('],
    ['that is far too large', `${'/'.repeat(50_000_000)}\n${pacScript('PROXY 127.0.0.1:1')}`],
  ])('%s is passed over', async (_what, script) => {
    await useScript(script);
    await becomes({ state: 'connected' }, 30_000);
    expect((await status()).proxy).toMatchObject({ found: null, source: 'script' });
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
