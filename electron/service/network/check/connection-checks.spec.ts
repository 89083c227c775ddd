import { createServer, type AddressInfo, type Server } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CheckChange, checkRules } from '@shared/domain/connection/check-change';
import { Settings } from '@shared/domain/settings/settings';
import { AppError } from '@shared/errors/app-error';
import {
  connectionStatus,
  createCheckTestEnvironment,
  failingTransport,
  goodAnswer,
  stageOf,
  stageSummary,
  trustedTransport,
  type FakeTransport,
} from './connection-checks.fixture';

type Setup = ReturnType<typeof createCheckTestEnvironment>;

const finished = async ({ checks }: Setup) => {
  await vi.waitFor(() => expect(checks.read()?.outcome).not.toBe('running'), { timeout: 15_000 });
  return checks.read();
};
const check = async (setup: Setup) => {
  setup.checks.start();
  return finished(setup);
};

let proxy: Server;
let proxyPort: number;
beforeEach(async () => {
  proxy = createServer((socket) => socket.on('error', () => undefined));
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  proxyPort = (proxy.address() as AddressInfo).port;
});
afterEach(() => proxy.close());
const throughProxy = (port = proxyPort) =>
  Settings.parse({
    remoteService: { enabled: true },
    proxy: { mode: 'manual', url: `127.0.0.1:${port}` },
    licenceServers: [{ id: 'one', name: 'Main server', kind: 'local', path: '/licences' }],
  });

const ALL_PASSED = {
  account: 'passed',
  dns: 'passed',
  'proxy-reachable': 'skipped',
  'proxy-login': 'skipped',
  tls: 'passed',
  'back-office': 'passed',
  organisation: 'passed',
  clock: 'passed',
  'licence-server': 'passed',
  'assistance-client': 'passed',
};

describe('a check of the connection', () => {
  it('goes through every stage and says what it found', async () => {
    const done = await check(createCheckTestEnvironment());
    expect(stageSummary(done)).toEqual(ALL_PASSED);
    expect(done).toMatchObject({ outcome: 'passed', account: 'print' });
    expect(stageOf(done, 'dns')).toMatchObject({
      subject: '127.0.0.1',
      detail: [{ fact: 'address', address: '127.0.0.1' }],
    });
    expect(stageOf(done, 'organisation').detail).toContainEqual({
      fact: 'organisation',
      name: 'Service GmbH',
    });
    expect(stageOf(done, 'clock').detail).toEqual([{ fact: 'clock-difference', seconds: 0 }]);
    for (const { outcome, durationMs } of done?.stages ?? []) {
      expect(durationMs === null).toBe(outcome === 'skipped');
    }
  });

  it('tells what is new, each time behind the last one, and everything at first', async () => {
    const setup = createCheckTestEnvironment();
    const done = await check(setup);
    const { published } = setup.world;
    const places = published.map((_, index) => [index || null, index + 1]);
    expect(published.map(({ from, rev }) => [from, rev])).toEqual(places);
    for (const one of published) expect(CheckChange.safeParse(one).error).toBeUndefined();
    expect(published.slice(1, -1).every(({ stages }) => stages.length === 1)).toBe(true);
    expect(published.reduce<typeof done>((seen, next) => checkRules.advance(seen, next), null)).toEqual(done);
  });

  it('names the proxy server and looks up its name only', async () => {
    const done = await check(createCheckTestEnvironment({ settings: throughProxy() }));
    expect(stageSummary(done)).toEqual({
      ...ALL_PASSED,
      'proxy-reachable': 'passed',
      'proxy-login': 'passed',
    });
    expect(stageOf(done, 'proxy-reachable').subject).toBe(`127.0.0.1:${proxyPort}`);
    expect(stageOf(done, 'dns').detail).toContainEqual({ fact: 'resolved-by-proxy', host: '127.0.0.1' });
  });

  it('uses the proxy server that the system names', async () => {
    const settings = Settings.parse({ remoteService: { enabled: true }, proxy: { mode: 'detect' } });
    const found = await check(createCheckTestEnvironment({ settings, detected: `127.0.0.1:${proxyPort}` }));
    expect(stageOf(found, 'proxy-reachable').detail).toEqual([
      { fact: 'proxy-detected', proxy: `127.0.0.1:${proxyPort}` },
    ]);
    const none = await check(createCheckTestEnvironment({ settings }));
    expect(stageOf(none, 'proxy-reachable')).toMatchObject({
      outcome: 'skipped',
      detail: [{ fact: 'proxy-direct' }],
    });
  });

  it('says which proxy server cannot be reached, and tries nothing behind it', async () => {
    await new Promise((resolve) => proxy.close(resolve));
    const setup = createCheckTestEnvironment({ settings: throughProxy() });
    expect(stageSummary(await check(setup))).toEqual({
      ...ALL_PASSED,
      'proxy-reachable': 'failed proxy-unreachable',
      ...{ 'proxy-login': 'not-tried', tls: 'not-tried', 'back-office': 'not-tried' },
      ...{ organisation: 'not-tried', clock: 'not-tried' },
    });
    expect(setup.world.opened).toBe(0);
  });

  it('says that the name of the proxy server is unknown', async () => {
    const settings = throughProxy();
    settings.proxy.url = 'no-such-proxy.invalid:3128';
    expect(stageSummary(await check(createCheckTestEnvironment({ settings })))).toMatchObject({
      dns: 'failed proxy-name-not-found',
      'proxy-reachable': 'not-tried',
      'licence-server': 'passed',
    });
  });

  it.each<[string, FakeTransport, Record<string, string>]>([
    [
      'a refused proxy login',
      failingTransport('proxy-login-refused'),
      { 'proxy-login': 'failed proxy-login-refused', tls: 'not-tried' },
    ],
    [
      'an intercepting proxy',
      failingTransport('certificate-untrusted', { issuer: 'Inspection CA' }, false),
      { 'proxy-login': 'passed', tls: 'failed certificate-untrusted', 'back-office': 'not-tried' },
    ],
    [
      'an expired certificate',
      failingTransport('certificate-expired', {}, false),
      { tls: 'failed certificate-expired', clock: 'not-tried' },
    ],
    [
      'a back office that cannot be reached',
      failingTransport('back-office-unreachable'),
      { tls: 'failed back-office-unreachable', 'back-office': 'not-tried' },
    ],
    [
      'a sign-in page',
      failingTransport('sign-in-page', {}, true),
      { tls: 'passed', 'back-office': 'failed sign-in-page', organisation: 'not-tried' },
    ],
    [
      'a sign-in page that sends elsewhere',
      failingTransport('redirect-refused', {}, true),
      { tls: 'passed', 'back-office': 'failed redirect-refused' },
    ],
  ])('tells %s by name', async (_name, way, stages) => {
    const done = await check(createCheckTestEnvironment({ settings: throughProxy(), way }));
    expect(done?.outcome).toBe('failed');
    expect(stageSummary(done)).toMatchObject({ ...stages, 'licence-server': 'passed' });
  });

  it('is recorded with how it ended and why', async () => {
    const good = createCheckTestEnvironment();
    await check(good);
    const bad = createCheckTestEnvironment({
      way: failingTransport('certificate-untrusted', { issuer: 'X' }, false),
    });
    await check(bad);
    await vi.waitFor(() => {
      expect(good.world.recorded).toEqual([
        { kind: 'connection-checked', actor: 'operator', outcome: 'passed' },
      ]);
      expect(bad.world.recorded).toEqual([
        {
          ...{ kind: 'connection-checked', actor: 'operator' },
          ...{ outcome: 'failed', reason: 'certificate-untrusted' },
        },
      ]);
    });
  });

  it('tells a back office from anybody else who answers', async () => {
    const strange: FakeTransport = (onChain, signal) =>
      trustedTransport(onChain, signal).then((answer) => ({
        ...answer,
        body: new TextEncoder().encode('{}'),
      }));
    const done = await check(createCheckTestEnvironment({ way: strange }));
    expect(stageSummary(done)).toMatchObject({ 'back-office': 'failed answer-unusable', clock: 'passed' });
  });

  it.each([
    [401, 'failed token-refused'],
    [403, 'failed back-office-forbids'],
    [404, 'failed back-office-not-there'],
    [410, 'failed installation-removed'],
    [429, 'failed back-office-busy'],
    [500, 'failed back-office-error'],
    [503, 'failed back-office-busy'],
  ])('tells a back office that answers %i', async (status, result) => {
    const way: FakeTransport = () => Promise.resolve({ ...goodAnswer(), status });
    expect(stageSummary(await check(createCheckTestEnvironment({ way })))['back-office']).toBe(result);
  });
});

describe('the clock', () => {
  it.each([
    [11 * 60_000, 'failed clock-off', 11],
    [-61 * 60_000, 'failed clock-off', 61],
    [9 * 60_000, 'passed', undefined],
  ])('%i ms ahead is: %s', async (ahead, result, minutes) => {
    const done = await check(createCheckTestEnvironment({ way: () => Promise.resolve(goodAnswer(ahead)) }));
    expect(stageSummary(done)['clock']).toBe(result);
    expect(stageOf(done, 'clock').params['minutes']).toBe(minutes);
  });

  it('is told behind the latest signed time where nobody answers', async () => {
    const done = await check(
      createCheckTestEnvironment({
        way: failingTransport('certificate-expired', {}, false),
        clock: { isSuspect: true, floor: '2026-05-02T10:00:00Z' },
      }),
    );
    expect(stageSummary(done)).toMatchObject({
      tls: 'failed certificate-expired',
      clock: 'failed clock-off',
    });
    expect(stageOf(done, 'clock').params).toEqual({ minutes: 24 * 60 });
  });
});

describe('the organisation', () => {
  it.each([
    'verification-code-wrong',
    'organisation-unknown',
    'registration-blocked',
    'token-refused',
  ] as const)('is told refused (%s) without registering again', async (reason) => {
    const tryNow = vi.fn();
    const done = await check(
      createCheckTestEnvironment({ connection: connectionStatus('failed', reason), tryNow }),
    );
    expect(stageSummary(done)['organisation']).toBe(`failed ${reason}`);
    expect(tryNow).not.toHaveBeenCalled();
  });

  it('is missing its details', async () => {
    const done = await check(createCheckTestEnvironment({ connection: connectionStatus('not-configured') }));
    expect(stageSummary(done)).toMatchObject({ tls: 'passed', organisation: 'failed details-missing' });
    expect(stageOf(done, 'organisation').detail).toEqual([{ fact: 'missing', step: 'verification-code' }]);
  });

  it('is asked anew where the last attempt ended on the way', async () => {
    const setup = createCheckTestEnvironment({
      connection: connectionStatus('failed', 'back-office-unreachable'),
    });
    setup.world.tryNow = () => {
      // The old failure may be told once more before the attempt begins.
      setup.become(connectionStatus('failed', 'back-office-unreachable'));
      setup.become(connectionStatus('connecting'));
      setImmediate(() => setup.become(connectionStatus('connected')));
    };
    expect(stageSummary(await check(setup))['organisation']).toBe('passed');
  });

  it('is waited for while the connection is being made', async () => {
    const setup = createCheckTestEnvironment({ connection: connectionStatus('connecting') });
    setup.checks.start();
    await vi.waitFor(() => expect(stageOf(setup.checks.read(), 'organisation').outcome).toBe('running'));
    setup.become(connectionStatus('failed', 'verification-code-wrong'));
    expect(stageSummary(await finished(setup))['organisation']).toBe('failed verification-code-wrong');
  });
});

describe('the licence servers', () => {
  const servers = (count: number) =>
    Settings.parse({
      remoteService: { enabled: true },
      licenceServers: Array.from({ length: count }, (_, index) => ({
        ...{ id: `s${index}`, name: `Server ${index}`, kind: 'local', path: `/licences/${index}` },
      })),
    });

  it('are tried one by one, each with its steps, and one failure leaves the rest alone', async () => {
    const done = await check(
      createCheckTestEnvironment({
        settings: servers(20),
        folder: (id) =>
          Promise.resolve({
            account: 'print',
            freeBytes: null,
            steps: [
              { step: 'find', outcome: 'passed', reason: null },
              id === 's3'
                ? { step: 'create', outcome: 'failed', reason: 'access-denied' }
                : { step: 'create', outcome: 'passed', reason: null },
            ],
          }),
      }),
    );
    const folders = done?.stages.filter(({ stage }) => stage === 'licence-server') ?? [];
    expect(folders.map(({ subject }) => subject)).toEqual(servers(20).licenceServers.map(({ name }) => name));
    expect(folders.filter(({ outcome }) => outcome === 'failed')).toMatchObject([
      { subject: 'Server 3', reason: 'access-denied' },
    ]);
    expect(folders[3]?.detail).toHaveLength(3);
  });

  it('that are updated by hand are left out, and none at all is a failure', async () => {
    const settings = servers(1);
    for (const server of settings.licenceServers) server.path = '';
    expect(stageSummary(await check(createCheckTestEnvironment({ settings })))['licence-server']).toBe(
      'skipped',
    );
    const none = await check(createCheckTestEnvironment({ settings: servers(0) }));
    expect(stageSummary(none)['licence-server']).toBe('failed no-licence-server');
  });
});

describe('switched off', () => {
  it('opens no connection, and still tries the licence folders', async () => {
    const settings = throughProxy();
    settings.remoteService.enabled = false;
    const heard = vi.fn();
    proxy.on('connection', heard);
    const setup = createCheckTestEnvironment({ settings, connection: connectionStatus('disabled') });
    const done = await check(setup);
    expect(done?.outcome).toBe('passed');
    const { account, 'licence-server': folder, 'assistance-client': client, ...network } = stageSummary(done);
    expect([account, folder, client]).toEqual(['passed', 'passed', 'passed']);
    expect(new Set(Object.values(network))).toEqual(new Set(['skipped disabled']));
    expect(setup.world.opened).toBe(0);
    expect(heard).not.toHaveBeenCalled();
  });
});

describe('a check that is under way', () => {
  const hanging: FakeTransport = (_onChain, signal) =>
    new Promise((_resolve, reject) => {
      signal.addEventListener('abort', () => reject(new AppError('back-office-timed-out')));
    });

  it('is joined, not begun a second time', () => {
    const { checks } = createCheckTestEnvironment({ way: hanging });
    expect(checks.start().id).toBe(checks.start().id);
    return checks.stop();
  });

  it('is cancelled by its id, with what was not done left untried', async () => {
    let isEnded = false;
    const way: FakeTransport = (onChain, signal) => hanging(onChain, signal).finally(() => (isEnded = true));
    const setup = createCheckTestEnvironment({ way });
    const { id } = setup.checks.start();
    await vi.waitFor(() => expect(stageOf(setup.checks.read(), 'tls').outcome).toBe('running'));
    setup.checks.cancel('00000000-0000-4000-8000-000000000000');
    expect(setup.checks.read()?.outcome).toBe('running');
    setup.checks.cancel(id);
    const done = await finished(setup);
    expect(done?.outcome).toBe('cancelled');
    expect(done?.finishedAt).not.toBeNull();
    expect(stageSummary(done)).toMatchObject({ dns: 'passed', tls: 'not-tried', organisation: 'not-tried' });
    await vi.waitFor(() => expect(isEnded).toBe(true));
    expect(setup.checks.start().id).not.toBe(id);
    await setup.checks.stop();
  });
});

describe('deadlines', () => {
  beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
  afterEach(() => vi.useRealTimers());

  it('end a stage that hangs, and what waits for it', async () => {
    const way: FakeTransport = (_onChain, signal) =>
      new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(new Error('ended'))));
    const setup = createCheckTestEnvironment({ way });
    setup.checks.start();
    const until = async (name: 'tls', outcome: string) => {
      while (stageOf(setup.checks.read(), name).outcome !== outcome) {
        await new Promise((resolve) => setImmediate(resolve));
      }
    };
    await until('tls', 'running');
    await vi.advanceTimersByTimeAsync(10_000);
    await until('tls', 'failed');
    while (setup.checks.read()?.outcome === 'running') await new Promise((resolve) => setImmediate(resolve));
    expect(stageSummary(setup.checks.read())).toMatchObject({
      tls: 'failed back-office-timed-out',
      clock: 'not-tried',
      'licence-server': 'passed',
    });
  });
});
