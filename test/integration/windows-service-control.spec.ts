import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWineWithNode, type WineWithNode } from '../support/windows/wine-node';

const CHILD = path.resolve(
  import.meta.dirname,
  '../../electron/platform/service-control/windows-service-control-child.ts',
);

interface Answer {
  checks: Record<string, string>;
  started: unknown;
  status: unknown;
  unknown: unknown;
  hasServiceKey: boolean;
}

const ask = async (task: 'contract' | 'start' | 'status') =>
  JSON.parse(await wine.node(CHILD, NAME, task)) as Answer;
const NAME = 'PrintORSService';

let wine: WineWithNode;

beforeAll(async () => {
  wine = await createWineWithNode();
  const host = `"${wine.folder}\\service-host.exe" ${NAME}`;
  // On demand: an automatic one would be started by every boot of wine.
  await wine.run(
    'sc.exe',
    'create',
    NAME,
    'binPath=',
    host,
    'start=',
    'demand',
    'DisplayName=',
    'Print ORS Service',
  );
}, 420_000);
afterAll(() => wine.remove(), 60_000);

describe('the Windows service manager under wine', { timeout: 180_000 }, () => {
  it('is driven by the real adapter: query, start, stop, restart, and a service that is not there', async () => {
    const { checks, ...answer } = await ask('contract');
    expect(Object.keys(checks).length).toBeGreaterThan(3);
    expect(checks).toEqual(Object.fromEntries(Object.keys(checks).map((title) => [title, 'kept'])));
    expect(answer).toEqual({
      started: null,
      status: {
        mode: 'installed',
        state: 'stopped',
        account: 'LocalSystem',
        startType: 'manual',
        since: null,
        lastExit: { at: null, code: 0, signal: null, meaning: 'clean' },
        permission: 'ask',
      },
      unknown: {
        status: {
          mode: 'installed',
          state: 'not-installed',
          account: null,
          startType: null,
          since: null,
          lastExit: null,
          permission: 'ask',
        },
        start: { code: 'service-not-installed' },
      },
      hasServiceKey: true,
    });
  });

  it('names how a service ended that did not start', async () => {
    const key = `HKLM\\SYSTEM\\CurrentControlSet\\Services\\${NAME}`;
    // On demand: an automatic one would be started by every boot of wine.
    await wine.run('reg.exe', 'add', key, '/v', 'EndAtOnce', '/t', 'REG_DWORD', '/d', '1', '/f');
    const answer = await ask('start');
    expect(answer.started).toEqual({ code: 'service-control-failed', meaning: 'crashed' });
    expect(answer.status).toMatchObject({ state: 'failed', lastExit: { code: 1067, meaning: 'crashed' } });
  });

  it('is deleted and known to be gone', async () => {
    // On demand: an automatic one would be started by every boot of wine.
    await wine.run('sc.exe', 'delete', NAME);
    const answer = await ask('status');
    expect(answer.status).toMatchObject({ state: 'not-installed' });
    expect(answer.hasServiceKey).toBe(false);
  });
});
