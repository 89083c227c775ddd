import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWineWithNode, type WineWithNode } from '../../support/windows/wine-node';

const CHILD = path.resolve(
  import.meta.dirname,
  '../../../electron/platform/service-control/windows-service-control-child.ts',
);

interface Answer {
  checks: Record<string, string>;
  started: unknown;
  status: unknown;
  hasWindowsService: boolean;
}

const ask = async (task: 'contract' | 'start' | 'status') =>
  JSON.parse(await wine.node(CHILD, task)) as Answer;

let wine: WineWithNode;
beforeAll(async () => {
  wine = await createWineWithNode();
  await wine.run(wine.host, 'install', `${wine.folder}\\remote-service.exe`);
}, 600_000);
afterAll(() => wine.remove(), 60_000);

describe('the Windows service manager under wine', { timeout: 180_000 }, () => {
  it('is driven by the real adapter: status, start, stop, restart', async () => {
    const { checks, ...answer } = await ask('contract');
    expect(Object.keys(checks).length).toBeGreaterThan(3);
    expect(checks).toEqual(Object.fromEntries(Object.keys(checks).map((title) => [title, 'kept'])));
    expect(answer).toEqual({
      started: null,
      status: {
        mode: 'installed',
        state: 'stopped',
        account: 'NT SERVICE\\PrintORSService',
        startType: 'automatic',
        since: null,
        lastExit: { at: null, code: 0, signal: null, meaning: 'clean' },
        permission: 'granted',
      },
      hasWindowsService: true,
    });
  });

  it('names how a service ended that did not start', async () => {
    const refuse = path.join(wine.place, 'refuse');
    await writeFile(refuse, '42');
    const answer = await ask('start');
    expect(answer.started).toEqual({ code: 'service-control-failed', meaning: 'unexpected' });
    expect(answer.status).toMatchObject({ state: 'failed', lastExit: { code: 42, meaning: 'unexpected' } });
    await rm(refuse);
  });

  it('is deleted and known to be gone', async () => {
    await wine.run(wine.host, 'remove');
    const answer = await ask('start');
    expect(answer.started).toEqual({ code: 'service-not-installed' });
    expect(answer.status).toMatchObject({ state: 'not-installed' });
    expect(answer.hasWindowsService).toBe(false);
  });
});
