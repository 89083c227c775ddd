import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '@shared/domain/time/clock';
import { Settings, viewOf } from '@shared/domain/settings/settings';
import { stoppedStatus } from '@shared/domain/status/stopped-status';
import type { Status } from '@shared/domain/status/status';
import { BackOfficeConnection } from '@electron/service/back-office/connection/back-office-connection';
import type {
  ConnectionDependencies,
  ConnectionReport,
} from '@electron/service/back-office/connection/connection-dependencies';
import { startBackOffice, type BackOffice } from '../back-office/back-office';
import { launchNetHarness, type NetHarness } from './net-harness/launch';
import { startRelay, type Relay } from './net-harness/relay';

let harness: NetHarness;
beforeAll(async () => void (harness = await launchNetHarness()));
afterAll(() => harness.stop());

let office: BackOffice;
let relay: Relay;
let folder: string;
let code: string;
let serialNumber: string;
let status: Status;
let reports: ConnectionReport[];
let renewals: number;
let audit: string[];
let keychain: Map<string, string>;
let connection: BackOfficeConnection;

const settingsWith = (remoteService: object = {}) =>
  Settings.parse({
    remoteService: {
      ...{ enabled: true, serviceOrganisationId: office.organisation.id, verificationCode: 'a.b.c.d.e' },
      ...remoteService,
    },
  });

/** The job as the service composes it, over the network stack of a real Electron. */
const dependencies = (): ConnectionDependencies => ({
  address: `https://127.0.0.1:${relay.port}/api/v1`,
  certificates: [office.caPem],
  facts: {
    product: 'PRISMAdirect',
    serviceVersion: '1.0.0',
    platform: 'linux-x64',
    hostName: 'h',
    locale: 'en-GB',
  },
  stateFolder: folder,
  tokens: {
    get: (name) => Promise.resolve(keychain.get(name) ?? null),
    set: (name, value) => Promise.resolve(void keychain.set(name, value)),
    delete: (name) => Promise.resolve(void keychain.delete(name)),
  },
  openSecret: () => Promise.resolve(code),
  openHttp: (options) => harness.open({ ...options, userAgent: 'remote-service/1.0.0' }),
  serialNumber: () => serialNumber,
  hasLicenceServer: () => true,
  status: () => status,
  isOperatorPresent: () => true,
  checkReleases: () => Promise.resolve('done'),
  renewLicence: () => {
    renewals += 1;
    return Promise.resolve('done');
  },
  assistance: { requested: () => undefined, withdrawn: () => undefined, ended: () => undefined },
  publish: (report) => void reports.push(report),
  audit: { append: (kind) => Promise.resolve(void audit.push(kind)) },
  auditEnd: () => Promise.resolve(null),
  log: { info: () => undefined, warn: () => undefined, error: () => undefined },
  clock: systemClock,
  random: () => 0.1,
  pollAnswered: () => undefined,
  firstContactSpreadMs: 0,
});

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'connection-'));
  office = await startBackOffice();
  relay = await startRelay(office.port);
  code = office.organisation.verificationCode;
  serialNumber = office.serialNumber;
  keychain = new Map();
  [reports, renewals, audit] = [[], 0, []];
  status = stoppedStatus(
    viewOf(settingsWith()),
    { version: '1.0.0', mode: 'embedded', isStarting: false },
    0,
  );
  connection = new BackOfficeConnection(dependencies());
});
afterEach(async () => {
  await connection.stop();
  await relay.close();
  await office.close();
  await rm(folder, { recursive: true });
});

const now = () => reports.at(-1)?.connection;
const becomes = (expected: object) => expect.poll(now, { timeout: 10_000 }).toMatchObject(expected);
const calls = (method: string, end: string) =>
  office.requests.filter((request) => request.method === method && request.path.endsWith(end)).length;

describe('the connection to the reference back office', () => {
  it('registers, reports, hears of a new licence at once, and leaves no secret in a file', async () => {
    connection.apply(settingsWith());
    await becomes({ state: 'connected' });
    expect(reports.at(-1)?.organisation?.name).toBe('Druckhaus Service GmbH');
    expect(Math.abs(reports.at(-1)?.differenceSeconds ?? NaN)).toBeLessThanOrEqual(2);
    await expect
      .poll(() => office.requests.filter(({ status: answered }) => answered === null).length)
      .toBe(1);
    expect(renewals).toBe(1);
    office.issueLicence({ kind: 'add-users', users: 5 });
    await expect.poll(() => renewals, { timeout: 1000 }).toBe(2);
    const nonce = 'AAAAAAAAAAAAAAAAAAAAAA';
    expect(new TextDecoder().decode(await connection.licences.licenceIndex(nonce)).split('.')).toHaveLength(
      3,
    );
    for (const file of await readdir(folder)) {
      const text = await readFile(path.join(folder, file), 'utf8');
      expect(text).not.toContain(keychain.get('back-office-token'));
      expect(text).not.toContain(code);
    }
  });

  it('opens no socket while it is off, closes all when switched off, and is back within 5 s', async () => {
    connection.apply(settingsWith({ enabled: false }));
    expect(now()?.state).toBe('disabled');
    connection.apply(settingsWith());
    await becomes({ state: 'connected' });
    expect(relay.open()).toBeGreaterThan(0);
    connection.apply(settingsWith({ enabled: false }));
    expect(now()?.state).toBe('disabled');
    await expect.poll(relay.open).toBe(0);
    const before = relay.total();
    const startedAt = Date.now();
    connection.apply(settingsWith());
    await becomes({ state: 'connected' });
    expect(Date.now() - startedAt).toBeLessThan(5000);
    expect(before).toBeLessThan(relay.total());
    expect(calls('POST', '/installations')).toBe(1);
  });

  it.each([
    ['verification-code-wrong', () => void (code = 'wrong')],
    ['serial-number-unknown', () => void (serialNumber = 'SN-UNKNOWN')],
  ])('stops on %s and says so', async (reason, change) => {
    change();
    connection.apply(settingsWith());
    await becomes({ state: 'failed', reason, nextTry: null });
    expect(calls('POST', '/installations')).toBe(1);
  });

  it('stops on an unknown organisation, and goes on with the right one', async () => {
    connection.apply(settingsWith({ serviceOrganisationId: 'SO-0' }));
    await becomes({ state: 'failed', reason: 'organisation-unknown', nextTry: null });
    connection.apply(settingsWith());
    await becomes({ state: 'connected' });
  });

  it('notices at once that the back office has gone, and comes back by itself', async () => {
    connection.apply(settingsWith());
    await becomes({ state: 'connected' });
    await office.goAway();
    await becomes({ state: 'failed', reason: 'back-office-unreachable' });
    expect(now()?.nextTry).not.toBeNull();
    await office.comeBack();
    await becomes({ state: 'connected' });
    expect(calls('POST', '/installations')).toBe(1);
  });

  it('registers again when its token ends', async () => {
    connection.apply(settingsWith());
    await becomes({ state: 'connected' });
    office.endToken();
    await expect.poll(() => calls('POST', '/installations')).toBe(2);
    await becomes({ state: 'connected' });
  });

  it('stops when it is taken off the books, and registers again when a person asks', async () => {
    connection.apply(settingsWith());
    await becomes({ state: 'connected' });
    office.removeInstallation();
    await becomes({ state: 'failed', reason: 'installation-removed', nextTry: null });
    connection.tryNow();
    await becomes({ state: 'connected' });
  });

  it('stops for good when the registration is ended, also over a restart', async () => {
    connection.apply(settingsWith());
    await becomes({ state: 'connected' });
    office.sendEvent({ type: 'registration-ended', reason: 'The contract has ended.' });
    await becomes({ state: 'failed', reason: 'registration-ended', nextTry: null });
    expect(audit).toContain('registration-ended');
    expect(keychain.size).toBe(0);
    await connection.stop();
    const before = office.requests.length;
    connection = new BackOfficeConnection(dependencies());
    connection.apply(settingsWith());
    await becomes({ state: 'failed', reason: 'registration-ended' });
    expect(office.requests).toHaveLength(before);
  });

  it.each([
    ['junk', { does: 'junk' }, 'answer-unusable'],
    ['a flood', { does: 'endless-stream' }, 'answer-too-large'],
    ['a sign-in page', { does: 'sign-in-page' }, 'sign-in-page'],
    ['a redirect to elsewhere', { does: 'redirect', location: 'https://127.0.0.1:1/' }, 'sign-in-page'],
    ['patience asked for', { does: 'status', status: 503, retryAfter: '1' }, 'back-office-busy'],
  ] as const)('names %s, and is well again with the next good answer', async (_what, behaviour, reason) => {
    connection.apply(settingsWith());
    await becomes({ state: 'connected' });
    office.setBehaviour([{ route: '*', behaviour }]);
    office.sendEvent({ type: 'check-in' });
    await becomes({ state: 'failed', reason });
    office.setBehaviour([]);
    await becomes({ state: 'connected' });
  });

  it('takes twice-sent, unknown and overlong events for what they are', async () => {
    connection.apply(settingsWith());
    await becomes({ state: 'connected' });
    office.issueLicence({ kind: 'add-users', users: 1 });
    office.setBehaviour([
      { route: 'GET /installations/*/events', behaviour: { does: 'duplicated-events' } },
      { route: 'GET /installations/*/events', behaviour: { does: 'extra-members' } },
    ]);
    office.sendEvent({ type: 'run', command: 'reboot' });
    await expect.poll(() => audit).toContain('event-skipped');
    await expect.poll(() => renewals, { timeout: 1000 }).toBe(2);
    expect(now()?.state).toBe('connected');
  });

  it('tells a change, and answers a check-in', async () => {
    connection.apply(settingsWith());
    await becomes({ state: 'connected' });
    status = { ...status, remoteAssistance: { ...status.remoteAssistance, allowed: true } };
    connection.statusChanged();
    await expect.poll(() => calls('PUT', '/status'), { timeout: 3000 }).toBe(2);
    office.sendEvent({ type: 'check-in' });
    await expect.poll(() => calls('PUT', '/status'), { timeout: 3000 }).toBe(3);
  });
});
