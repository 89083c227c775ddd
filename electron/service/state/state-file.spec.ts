import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createStateWriter, readStateFile } from './state-file';

const Count = z.strictObject({ count: z.number() });
let home: string;
let file: string;
beforeEach(() => {
  home = mkdtempSync(path.join(tmpdir(), 'state-'));
  file = path.join(home, 'count.json');
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

describe('state files', () => {
  it('keep the last of many writes at once, whole', async () => {
    const write = createStateWriter(file);
    await Promise.all(Array.from({ length: 20 }, (_, count) => write({ count })));
    expect(await readStateFile(file, Count, 0)).toEqual({ outcome: 'read', value: { count: 19 } });
    expect(readdirSync(home)).toEqual(['count.json']);
  });

  it('go on after a write that failed', async () => {
    const write = createStateWriter(path.join(home, 'none', 'count.json'));
    await expect(write({ count: 1 })).rejects.toThrow();
    await expect(write({ count: 2 })).rejects.toThrow();
    expect(await readStateFile(file, Count, 0)).toEqual({ outcome: 'missing' });
  });

  for (const [what, text] of Object.entries({
    'cut off': '{"count": ',
    'of another shape': '{"count": 1, "more": 2}',
    'not UTF-8': '\xff\xfe',
    empty: '',
  })) {
    it(`are kept aside when ${what}`, async () => {
      writeFileSync(file, text, 'latin1');
      const read = await readStateFile(file, Count, 7);
      expect(read).toEqual({ outcome: 'broken', keptAs: `${file}.broken-7` });
      expect(readFileSync(`${file}.broken-7`, 'latin1')).toBe(text);
      expect(await readStateFile(file, Count, 8)).toEqual({ outcome: 'missing' });
    });
  }
});
