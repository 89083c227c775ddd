import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createWineWithNode, type WineWithNode } from '../../support/windows/wine-node';

const ROOT = path.resolve(import.meta.dirname, '../../..');
/** As a Windows under wine sees this machine's files. */
const VENDOR = `Z:${path.join(ROOT, 'build/vendor.json').replaceAll('/', '\\')}`;

let wine: WineWithNode;
beforeAll(async () => {
  wine = await createWineWithNode();
}, 420_000);
afterAll(() => wine.remove(), 60_000);

it(
  'the service starts, answers, keeps its records and starts again on Windows',
  { timeout: 180_000 },
  async () => {
    const child = path.join(ROOT, 'test/support/windows/service-start-child.ts');
    const answer: unknown = JSON.parse(await wine.node(child, `${wine.folder}\\home`, VENDOR));
    const recorded = ['settings-applied', 'service-started'];
    expect(answer).toEqual({
      first: { state: 'running', recorded },
      second: { state: 'running', recorded: [...recorded, 'service-stopped', ...recorded] },
      troubles: [],
      run: ['operator.key', 'service-only', 'viewer.key'],
    });
  },
);
