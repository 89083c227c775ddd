import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { open as openHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AuditLog } from './audit-log';
import { encodeRecord, sealRecord } from './audit-record';

const clock = { now: () => Date.UTC(2026, 4, 1) };
let folder: string;
let file: string;
let headFile: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'audit-'));
  file = path.join(folder, 'audit', 'audit.jsonl');
  headFile = path.join(folder, 'audit-head.json');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const open = () => new AuditLog(file, headFile, clock);
const linesOf = () => readFileSync(file, 'utf8').trimEnd().split('\n');
const filled = async (count: number) => {
  const log = open();
  for (let index = 1; index <= count; index += 1) await log.append('try-again', 'operator', { index });
  return log;
};

describe('a log as it was left', () => {
  const left = async (count: number) => {
    await (await filled(count)).leaveCheckpoint();
    return readFileSync(file);
  };
  /** How many bytes of the log are read for a page. */
  const readFor = async (log: AuditLog, query: { before?: number; limit: number }) => {
    const handle = await openHandle(file);
    const reads = vi.spyOn(Object.getPrototypeOf(handle) as typeof handle, 'read');
    await handle.close();
    const page = await log.read(query);
    const results = await Promise.all(
      reads.mock.results.map(({ value }) => value as Promise<{ bytesRead: number }>),
    );
    reads.mockRestore();
    return { page, bytes: results.reduce((sum, { bytesRead }) => sum + bytesRead, 0) };
  };
  /** A log of so many records with as much in each as there may be, and its head. */
  const make = (count: number) => {
    mkdirSync(path.dirname(file), { recursive: true });
    let previous = '0'.repeat(64);
    const lines: Buffer[] = [];
    for (let number = 1; number <= count; number += 1) {
      const detail = { number, text: 'x'.repeat(900) };
      const entry = { number, at: '2026-05-01T00:00:00.000Z', kind: 'try-again', actor: 'operator', detail };
      const record = sealRecord(entry as Parameters<typeof sealRecord>[0], previous);
      previous = record.hash;
      lines.push(encodeRecord(record));
    }
    writeFileSync(file, Buffer.concat(lines));
    writeFileSync(headFile, JSON.stringify({ number: count, hash: previous, brokenAt: null }));
  };

  it('is gone on with after a look at its end, and any page is found by a few reads', async () => {
    make(20_000);
    await open().leaveCheckpoint();
    const log = open();
    const newest = await readFor(log, { limit: 3 });
    expect(newest.page).toMatchObject({ total: 20_000, brokenAt: null });
    expect(newest.page.entries.map(({ number }) => number)).toEqual([20_000, 19_999, 19_998]);
    expect(newest.bytes).toBeLessThan(500_000);
    for (const before of [2, 3, 777, 10_000, 19_999, 20_000]) {
      const { page, bytes } = await readFor(log, { before, limit: 2 });
      expect(page.entries[0]?.number).toBe(before - 1);
      expect(bytes).toBeLessThan(3_000_000);
    }
    expect((await log.end(12_345))?.heldHash).toMatch(/^[0-9a-f]{64}$/);
    await log.append('connected', 'service');
    expect(await log.read({ limit: 1 })).toMatchObject({ total: 20_001, entries: [{ number: 20_001 }] });
    expect(await log.verify()).toBeNull();
  });

  it('is read whole when anybody has touched it since, its times put back included', async () => {
    const bytes = await left(6);
    const { atimeMs, mtimeMs } = statSync(file);
    writeFileSync(file, bytes.toString('utf8').replace('"index":3', '"index":9'));
    utimesSync(file, atimeMs / 1000, mtimeMs / 1000);
    expect((await open().read({ limit: 1 })).brokenAt).toBe(3);
  });

  it.each<[string, () => void]>([
    ['its head is gone', () => rmSync(headFile)],
    ['the last record was taken off', () => writeFileSync(file, `${linesOf().slice(0, -1).join('\n')}\n`)],
    ['the checkpoint is of another log', () => appendFileSync(file, 'x\n')],
  ])('is not believed where %s', async (_, change) => {
    await left(4);
    change();
    expect((await open().read({ limit: 1 })).brokenAt).not.toBeNull();
  });

  it('is still read whole by who wants to know, whatever the checkpoint says', async () => {
    await left(6);
    writeFileSync(file, readFileSync(file, 'utf8').replace('"index":3', '"index":9'));
    const checkpointFile = path.join(folder, 'audit-checkpoint.json');
    const checkpoint = JSON.parse(readFileSync(checkpointFile, 'utf8')) as object;
    const { dev, ino, size, mtimeMs, ctimeMs } = statSync(file);
    const mark = `${dev} ${ino} ${size} ${mtimeMs} ${ctimeMs}`;
    writeFileSync(checkpointFile, JSON.stringify({ ...checkpoint, mark }));
    const log = open();
    expect((await log.read({ limit: 1 })).brokenAt).toBeNull();
    expect(await log.verify()).toBe(3);
  });

  it('with lines of an earlier version goes on in the same chain', async () => {
    const log = await filled(3);
    const old = linesOf().map((line) => {
      const { actor, at, detail, kind, number, previous, hash } = JSON.parse(line) as Record<string, unknown>;
      return JSON.stringify({ number, at, kind, actor, detail, previous, hash });
    });
    writeFileSync(file, `${old.join('\n')}\n`);
    await log.append('connected', 'service');
    expect(await log.verify()).toBeNull();
    expect((await log.read({ before: 3, limit: 5 })).entries.map(({ number }) => number)).toEqual([2, 1]);
  });
});
