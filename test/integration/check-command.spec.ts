import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CheckStageName, ConnectionCheck } from '@shared/domain/connection/connection-check';
import type { Status } from '@shared/domain/status/status';
import { startBackOffice, type BackOffice } from '../back-office/back-office';
import { freePort, LOOPBACK } from '../support/network/ports';
import { SQUID_ACCOUNT, startSquid } from '../support/network/squid';
import { configure, createProgram, type Program } from '../support/program';

let office: BackOffice;
let program: Program;
let toStop: (() => Promise<unknown>)[];

beforeEach(async () => {
  office = await startBackOffice();
  toStop = [() => office.close()];
});
afterEach(async () => {
  for (const stop of toStop.reverse()) await stop();
});

/** An installation with its service, which nobody looks at: no app, no display. */
const start = async (
  profile: object = {},
  change: (made: Program) => Promise<void> = () => Promise.resolve(),
) => {
  program = await createProgram({ vendorProfile: { ...office.vendorProfile, ...profile } });
  toStop.push(() => program.end());
  await configure(program, office);
  await change(program);
  await program.startService();
  const state = async () => ((await program.cli(['status', '--json'])).json as Status).connection.state;
  await expect.poll(state, { timeout: 20_000, interval: 200 }).toMatch(/^(connected|failed)$/);
};

const check = async () => {
  const { code, json, errors } = await program.cli(['check', '--json']);
  const done = json as ConnectionCheck;
  expect(done, errors).toBeDefined();
  const stageOf = (name: CheckStageName) => done.stages.find(({ stage }) => stage === name);
  const results = Object.fromEntries(
    done.stages.map(({ stage, outcome, reason }) => [stage, reason ?? outcome]),
  );
  return { code, stageOf, results };
};

const useProxy = (address: string, password?: string) => async (made: Program) => {
  await made.set('proxy.url', address);
  if (password !== undefined) {
    await made.set('proxy.authentication.userName', SQUID_ACCOUNT.userName);
    await made.setSecret('proxy.authentication.password', password);
    await made.set('proxy.authentication.enabled', true);
  }
  await made.set('proxy.mode', 'manual');
};

const BEHIND_THE_PROXY = { tls: 'not-tried', 'back-office': 'not-tried', organisation: 'not-tried' };
const FOLDERS = { 'licence-server': 'passed' };

it('knows nothing while the service does not run', async () => {
  program = await createProgram(office);
  toStop.push(() => program.end());
  const { code, text, errors } = await program.cli(['check']);
  expect([code, text]).toEqual([20, '']);
  expect(errors).toContain('Print ORS Service is not running.');
});

describe('on the way', () => {
  it('a name that nobody knows', async () => {
    await start({ backOffice: 'https://no-such-office.invalid/api/v1' });
    const { code, results, stageOf } = await check();
    expect(code).toBe(21);
    expect(results).toMatchObject({ dns: 'back-office-name-not-found', ...BEHIND_THE_PROXY, ...FOLDERS });
    expect(stageOf('dns')?.subject).toBe('no-such-office.invalid');
  });

  it('a certificate that nobody vouches for, with its issuer', async () => {
    await start({ certificates: [] });
    const { code, results, stageOf } = await check();
    expect(code).toBe(21);
    expect(results).toMatchObject({ dns: 'passed', tls: 'certificate-untrusted', ...FOLDERS });
    expect(stageOf('tls')).toMatchObject({
      params: { issuer: 'Reference Back Office CA' },
      detail: [
        { fact: 'certificate', subject: 'localhost' },
        { fact: 'certificate', subject: 'Reference Back Office CA' },
      ],
    });
  });

  it('nobody at the other end', async () => {
    await start({ backOffice: `https://${LOOPBACK}:${await freePort()}/api/v1` });
    expect((await check()).results).toMatchObject({ tls: 'back-office-unreachable', ...FOLDERS });
  });

  it('a clock that is off, whatever else is wrong', async () => {
    await start();
    const date = new Date(Date.now() - 25 * 60_000).toUTCString();
    const lines = ['HTTP/1.1 500 Broken', `Date: ${date}`, 'Content-Length: 0', 'Connection: close', '', ''];
    office.setBehaviour([{ route: 'GET /key-set', behaviour: { does: 'raw', text: lines.join('\r\n') } }]);
    const { results, stageOf } = await check();
    expect(results).toMatchObject({ tls: 'passed', 'back-office': 'back-office-error', clock: 'clock-off' });
    expect(stageOf('clock')?.params).toEqual({ minutes: 25 });
  });
});

describe('at a proxy server', () => {
  it('that is not there', async () => {
    await start({}, useProxy(`${LOOPBACK}:${await freePort()}`));
    expect((await check()).results).toMatchObject({
      ...{ dns: 'passed', 'proxy-reachable': 'proxy-unreachable', 'proxy-login': 'not-tried' },
      ...BEHIND_THE_PROXY,
      ...FOLDERS,
    });
  });

  it('that lets nobody through', async () => {
    const squid = await startSquid({ refusesConnect: true });
    toStop.push(() => squid.stop());
    await start({}, useProxy(squid.address));
    expect((await check()).results).toMatchObject({
      ...{ 'proxy-reachable': 'passed', 'proxy-login': 'proxy-refused' },
      ...BEHIND_THE_PROXY,
    });
  });

  it('that refuses the login, which is tried once for one check', async () => {
    const squid = await startSquid({ auth: 'basic' });
    toStop.push(() => squid.stop());
    await start({}, useProxy(squid.address, 'wrong'));
    const before = squid.logins().length;
    const { code, results } = await check();
    expect(code).toBe(21);
    expect(results).toMatchObject({
      ...{ 'proxy-reachable': 'passed', 'proxy-login': 'proxy-login-refused' },
      ...BEHIND_THE_PROXY,
      ...FOLDERS,
    });
    expect(squid.logins().length - before).toBeLessThanOrEqual(1);
  });

  it('that takes the login, and all behind it', async () => {
    const squid = await startSquid({ auth: 'basic' });
    toStop.push(() => squid.stop());
    await start({}, useProxy(squid.address, SQUID_ACCOUNT.password));
    const { code, results, stageOf } = await check();
    expect([code, results]).toEqual([
      0,
      {
        ...{ account: 'passed', dns: 'passed', 'proxy-reachable': 'passed', 'proxy-login': 'passed' },
        ...{ tls: 'passed', 'back-office': 'passed', organisation: 'passed', clock: 'passed' },
        ...FOLDERS,
        'assistance-client': 'skipped',
      },
    ]);
    expect(stageOf('proxy-login')?.subject).toBe(squid.address);
    expect(JSON.stringify(results)).not.toContain(SQUID_ACCOUNT.password);
  });
});
