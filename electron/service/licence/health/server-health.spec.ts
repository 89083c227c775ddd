import { createServer, type Server } from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LicenceServerSettings } from '@shared/domain/settings/settings';
import { isPortOpen } from '@electron/service/licence/port-probe';
import { ServerHealth, type HealthCheckedServer } from './server-health';

const NOW = Date.parse('2026-11-02T09:00:00Z');

/** A machine on which these ports are open; what was asked is on record. */
const world = (open: Set<string>) => {
  const asked: string[] = [];
  const changed = vi.fn();
  const health = new ServerHealth({
    clock: { now: () => NOW },
    changed,
    isPortOpen: (host, port) => {
      asked.push(`${host}:${port}`);
      return Promise.resolve(open.has(`${host}:${port}`));
    },
  });
  return { health, asked, changed };
};

const server = (
  change: Partial<LicenceServerSettings> = {},
  filePorts: HealthCheckedServer['filePorts'] = { server: null, vendor: null },
): HealthCheckedServer => ({
  settings: LicenceServerSettings.parse({ id: 'one', name: 'One', kind: 'local', path: '/l', ...change }),
  filePorts,
});

describe('the health of a licence server', () => {
  it('is not asked until somebody asks, nor after its settings were changed', async () => {
    const { health, asked } = world(new Set(['127.0.0.1:27000']));
    const one = server();
    expect(health.of(one).state).toBe('not-asked');
    expect(asked).toEqual([]);
    await health.check(one);
    expect(health.of(one)).toEqual({
      state: 'listening',
      host: '127.0.0.1',
      port: 27000,
      vendorPort: null,
      at: '2026-11-02T09:00:00.000Z',
    });
    expect(health.of(server()).state).toBe('not-asked');
  });

  it.each([
    ['any port of FlexNet', server(), '127.0.0.1:27007', 27007],
    ['the port that the file fixes', server({}, { server: 1700, vendor: null }), '127.0.0.1:1700', 1700],
    [
      'the port of the settings where nothing listens on that of the file',
      server({ ports: '28000-28003' }, { server: 1700, vendor: null }),
      '127.0.0.1:28003',
      28003,
    ],
    ['the machine of the settings', server({ host: 'licences' }), 'licences:27000', 27000],
    [
      'the machine that shares the folder',
      server({ kind: 'remote', path: String.raw`\\files\lic\pd` }),
      'files:27000',
      27000,
    ],
  ])('asks %s', async (_name, one, open, port) => {
    const { health } = world(new Set([open]));
    expect(await health.check(one)).toMatchObject({ state: 'listening', port });
  });

  it('asks the port of the file before that of the settings', async () => {
    const { health } = world(new Set(['127.0.0.1:1700', '127.0.0.1:28000']));
    const one = server({ ports: '28000' }, { server: 1700, vendor: null });
    expect(await health.check(one)).toMatchObject({ state: 'listening', port: 1700 });
  });

  it('says that nobody answers yet, and asks nobody where no machine is known', async () => {
    const { health, asked } = world(new Set());
    expect(await health.check(server())).toMatchObject({
      state: 'not-serving',
      host: '127.0.0.1',
      port: null,
    });
    expect(asked).toHaveLength(10);
    expect(await health.check(server({ kind: 'remote', path: '/mnt/share' }))).toMatchObject({
      state: 'not-asked',
    });
    expect(asked).toHaveLength(10);
  });

  it('asks the vendor daemon too where its port is fixed', async () => {
    const { health } = world(new Set(['127.0.0.1:27000', '127.0.0.1:27010']));
    const one = server({}, { server: null, vendor: 27010 });
    expect(await health.check(one)).toMatchObject({ vendorPort: { port: 27010, isOpen: true } });
  });

  it('asks again after an installation until somebody answers', async () => {
    const open = new Set<string>();
    const { health, asked } = world(open);
    const one = server({ ports: '27000' });
    await health.afterInstall(one, [1, 1, 60_000]);
    await vi.waitFor(() => expect(asked).toHaveLength(3));
    expect(health.of(one).state).toBe('not-serving');
    health.stop();
    const other = world(open);
    await other.health.afterInstall(one, [1, 60_000]);
    open.add('127.0.0.1:27000');
    await vi.waitFor(() => expect(other.health.of(one).state).toBe('listening'));
    expect(other.asked).toHaveLength(2);
    other.health.stop();
  });

  it('asks few servers at a time', async () => {
    let [running, most] = [0, 0];
    const health = new ServerHealth({
      clock: { now: () => NOW },
      changed: () => undefined,
      isPortOpen: async () => {
        running += 1;
        most = Math.max(most, running);
        await new Promise(setImmediate);
        running -= 1;
        return false;
      },
    });
    await Promise.all(
      Array.from({ length: 100 }, (_, at) => health.check(server({ id: `s${at}`, ports: '27000' }))),
    );
    expect(most).toBeLessThanOrEqual(8);
  });
});

describe('a port', () => {
  let listener: Server;
  beforeEach(async () => {
    listener = createServer();
    await new Promise<void>((done) => listener.listen(0, '127.0.0.1', done));
  });
  afterEach(() => listener.close());

  it('is open where somebody listens, and closed when nobody does any more', async () => {
    const { port } = listener.address() as AddressInfo;
    expect(await isPortOpen('127.0.0.1', port)).toBe(true);
    await new Promise((done) => listener.close(done));
    expect(await isPortOpen('127.0.0.1', port)).toBe(false);
    expect(await isPortOpen('no-such-machine.invalid', port)).toBe(false);
  });
});
