import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createWineWithNode, type WineWithNode } from '../../support/windows/wine-node';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const at = (...words: string[]) => path.join(ROOT, ...words);
const SUPPORT = 'test/support/windows';
const LINK = at(SUPPORT, 'local-link-child.ts');
const SERVICE = 'LocalLinkTest';
const PATIENCE = { timeout: 30_000, interval: 200 };

/** A call, its answer and the event that follows. */
const ANSWERED = { build: '1.2.3', read: 1, tried: true, event: 2 };

let wine: WineWithNode;
beforeAll(async () => {
  wine = await createWineWithNode();
  await wine.compile('pipe-list.exe', '-municode', at(SUPPORT, 'pipe-list.c'));
}, 420_000);
afterAll(() => wine.remove(), 60_000);

describe('the end point on Windows', { timeout: 180_000 }, () => {
  it('keeps to the contract', async () => {
    const child = at('electron/platform/local-endpoint/windows-local-endpoint-child.fixture.ts');
    const checks = JSON.parse(await wine.node(child)) as Record<string, string>;
    expect(Object.keys(checks).length).toBeGreaterThan(3);
    expect(checks).toEqual(Object.fromEntries(Object.keys(checks).map((title) => [title, 'kept'])));
  });
});

describe('the link to the service on Windows', { timeout: 180_000 }, () => {
  it('lets in who has the key, one service at a time, and outlives a kill', async () => {
    const { name, list, ...seen } = JSON.parse(await wine.node(LINK, 'drive')) as Record<string, unknown>;
    expect(name).toMatch(/^remote-service-[0-9a-f]{32}$/);
    // The system, the administrators and whoever made it; wine has no group of operators.
    expect(list).toMatch(/^D:P?\(A;;FA;;;SY\)\(A;;FA;;;BA\)\(A;;FA;;;S-1-5-21-[\d-]+\)$/);
    expect(seen).toEqual({
      before: 'service-stopped',
      first: { operator: ANSWERED, viewer: { ...ANSWERED, tried: false, event: null } },
      wrongKey: { service: 'service-untrusted', client: 'refused' },
      second: { said: 'service-already-running', stillThere: true, exit: 0 },
      killed: { link: 'lost', exited: true, file: true },
      afterKill: 'service-stopped',
      squatted: 'service-untrusted',
      third: { isOtherName: true, use: ANSWERED },
      stopped: { exit: 0, file: false, use: 'service-stopped' },
    });
  });

  it('is there while the service manager runs the service, and goes with it', async () => {
    const runFolder = `${wine.folder}\\run`;
    const program = `"${wine.folder}\\node.exe" "${wine.folder}\\local-link-child.mjs" listen ${runFolder}`;
    const ready = `--ready ${runFolder}\\service.pipe`;
    const host = `"${wine.host}" run ${SERVICE} ${ready} ${program}`;
    await wine.run('sc.exe', 'create', SERVICE, 'binPath=', host, 'start=', 'demand');
    await wine.run('net.exe', 'start', SERVICE);
    expect(JSON.parse(await wine.node(LINK, 'use', runFolder))).toEqual(ANSWERED);
    expect(await wine.files('run')).toContain('service.pipe');
    await wine.run('net.exe', 'stop', SERVICE);
    // One that was killed would leave it for good.
    await vi.waitFor(async () => expect(await wine.files('run')).not.toContain('service.pipe'), PATIENCE);
  });
});
