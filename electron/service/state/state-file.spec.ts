import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createStateWriter, createStrictStateWriter, readStateFile } from './state-file';
import { stateReports } from './state-reports';

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
    const place = path.join(home, 'place');
    const within = path.join(place, 'count.json');
    writeFileSync(place, 'no folder');
    const write = createStateWriter(within);
    await write({ count: 1 });
    await write({ count: 2 });
    await expect(stateReports.writeKept()).rejects.toMatchObject({ code: 'ENOTDIR' });
    await expect(createStrictStateWriter(within)({ count: 3 })).rejects.toThrow();
    rmSync(place);
    await stateReports.writeKept();
    expect(await readStateFile(within, Count, 0)).toEqual({ outcome: 'read', value: { count: 2 } });
    expect(stateReports.hasKept).toBe(false);
  });

  it('move aside what came in their place, and lose nothing of it', async () => {
    mkdirSync(path.join(file, 'inside'), { recursive: true });
    await createStateWriter(file)({ count: 1 });
    expect(await readStateFile(file, Count, 0)).toEqual({ outcome: 'read', value: { count: 1 } });
    const [aside = ''] = readdirSync(home).filter((name) => name.includes('.broken-'));
    expect(readdirSync(path.join(home, aside))).toEqual(['inside']);
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
