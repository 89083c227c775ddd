import { execFileSync } from 'node:child_process';
import {
  appendFileSync,
  existsSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { open as openHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ActivityPage } from '@shared/domain/activity/activity';
import { AuditLog } from './audit-log';
import { encodeRecord, sealRecord } from './audit-record';
import { scanAuditLog } from './scan-audit-log';

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

describe('AuditLog', () => {
  it('numbers, chains and gives back what was appended, newest first', async () => {
    const log = await filled(5);
    const page = await log.read({ limit: 2 });
    expect(ActivityPage.parse(page)).toMatchObject({ total: 5, brokenAt: null });
    expect(page.entries.map((entry) => entry.number)).toEqual([5, 4]);
    expect((await log.read({ limit: 2, before: 4 })).entries.map((entry) => entry.number)).toEqual([3, 2]);
    expect((await log.read({ limit: 2, before: 1 })).entries).toEqual([]);
    expect(page.entries[0]).toEqual({
      number: 5,
      at: '2026-05-01T00:00:00.000Z',
      kind: 'try-again',
      actor: 'operator',
      detail: { index: 5 },
    });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(headFile).mode & 0o777).toBe(0o600);
  });

  it('goes on after a restart and tells listeners', async () => {
    await filled(2);
    const log = open();
    const heard: number[] = [];
    const stop = log.onAppended((entry) => heard.push(entry.number));
    await Promise.all([log.append('connected', 'service'), log.append('registered', 'service')]);
    stop();
    await log.append('service-stopped', 'service');
    expect(heard).toEqual([3, 4]);
    expect(await log.verify()).toBeNull();
  });

  it('is empty before the first record', async () => {
    expect(await open().read({ limit: 10 })).toEqual({ entries: [], total: 0, brokenAt: null });
  });

  it('keeps a few of very many changes of a licence, and holds them in the chain', async () => {
    const change = (number: number) => ({
      kind: 'feature-added' as const,
      id: `feature-${number}`,
      name: 'x'.repeat(256),
      quantity: number,
    });
    const changes = Array.from({ length: 1000 }, (_none, number) => change(number));
    const log = open();
    await log.append('licence-changed', 'service', { difference: { isFirst: true, reason: null, changes } });
    const [line = ''] = linesOf();
    expect(line.length).toBeLessThan(5000);
    expect(line).toContain('feature-4');
    expect(await log.verify()).toBeNull();
  });

  it('keeps text from outside as bounded data on one line', async () => {
    const log = open();
    const hostile = 'a\r\nb\u2028\u202e\u001b[31m\ud800';
    await log.append('event-skipped', 'back-office', {
      hostile,
      long: 'x'.repeat(5000),
      nothing: Number.NaN,
    });
    await log.append(
      'event-skipped',
      'back-office',
      Object.fromEntries([...Array(90).keys()].map((n) => [`m${n}`, '"'.repeat(900)])),
    );
    expect(linesOf()).toHaveLength(2);
    expect(readFileSync(file, 'utf8')).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u2028\u202e]/);
    const { entries } = ActivityPage.parse(await log.read({ limit: 2 }));
    expect(entries[1]?.detail['hostile']).toBe('a\r\nb\u2028\u202e\u001b[31m\ufffd');
    expect(entries[1]?.detail['long']).toHaveLength(1000);
    expect(Math.max(...linesOf().map((line) => line.length))).toBeLessThan(16_000);
    expect(await log.verify()).toBeNull();
  });

  it('moves a link or a pipe aside instead of writing through it, and says what is missing', async () => {
    await filled(1);
    const onBroken = vi.fn();
    for (const put of [
      () => symlinkSync(path.join(folder, 'canary'), file),
      () => execFileSync('mkfifo', [file]),
    ]) {
      rmSync(file);
      put();
      await new AuditLog(file, headFile, clock, { onBroken }).append('connected', 'service');
      expect(lstatSync(file).isFile()).toBe(true);
    }
    expect(existsSync(path.join(folder, 'canary'))).toBe(false);
    expect(onBroken).toHaveBeenCalledWith(file, 1);
  });

  it('keeps a copy of a log with more behind its records than a crash can leave', async () => {
    await filled(2);
    appendFileSync(file, Buffer.alloc(100_000));
    expect(await open().read({ limit: 9 })).toMatchObject({ total: 2, brokenAt: null });
    const [copy = ''] = readdirSync(path.dirname(file)).filter((name) => name.endsWith('.tail'));
    expect(statSync(path.join(path.dirname(file), copy)).size).toBe(100_000);
  });
});

describe('a touched log names the first bad record', () => {
  const rewrite = (change: (lines: string[]) => string[]) =>
    writeFileSync(file, `${change(linesOf()).join('\n')}\n`);

  it.each<[string, number, (lines: string[]) => string[]]>([
    [
      'an edit',
      3,
      (lines) => lines.map((line, at) => (at === 2 ? line.replace('"index":3', '"index":9') : line)),
    ],
    ['a record taken out', 3, (lines) => lines.filter((_, at) => at !== 2)],
    ['a change of order', 2, ([a, b, c, ...rest]) => [a, c, b, ...rest] as string[]],
    ['a doubled record', 3, (lines) => lines.flatMap((line, at) => (at === 1 ? [line, line] : [line]))],
    ['junk', 4, (lines) => lines.map((line, at) => (at === 3 ? '{"number":4}' : line))],
    ['the last record taken off', 6, (lines) => lines.slice(0, -1)],
    ['all but one taken off', 2, (lines) => lines.slice(0, 1)],
  ])('%s', async (_, brokenAt, change) => {
    const running = await filled(6);
    rewrite(change);
    expect(await open().verify()).toBe(brokenAt);
    expect((await running.read({ limit: 10 })).brokenAt).toBe(brokenAt);
    await running.append('connected', 'service');
    expect((await open().read({ limit: 1 })).brokenAt).toBe(brokenAt);
  });

  it('a flipped bit anywhere', async () => {
    await filled(2);
    const bytes = readFileSync(file);
    for (let at = 0; at < bytes.length; at += 7) {
      const flipped = Buffer.from(bytes);
      flipped[at] = (flipped[at] ?? 0) ^ 1;
      writeFileSync(file, flipped);
      expect(await open().verify(), `byte ${at}`).not.toBeNull();
      writeFileSync(file, bytes);
      rmSync(headFile);
      writeFileSync(headFile, headOf(bytes));
    }
  });

  it('a chain written anew up to its end', async () => {
    await filled(3);
    const entry = {
      at: '2026-05-01T00:00:00.000Z',
      kind: 'connected',
      actor: 'service',
      detail: {},
    } as const;
    const forged = [1, 2, 3].reduce<ReturnType<typeof sealRecord>[]>(
      (records, number) => [
        ...records,
        sealRecord({ ...entry, number }, records.at(-1)?.hash ?? '0'.repeat(64)),
      ],
      [],
    );
    writeFileSync(file, Buffer.concat(forged.map(encodeRecord)));
    expect(await open().verify()).toBe(3);
  });

  it('a log that is gone, and one whose head is gone', async () => {
    await filled(3);
    rmSync(headFile);
    expect(await open().verify()).toBe(4);
    rmSync(file);
    expect(await open().verify()).toBe(1);
  });
});

const headOf = (bytes: Buffer) => {
  const last = JSON.parse(bytes.toString('utf8').trimEnd().split('\n').at(-1) ?? '') as {
    number: number;
    hash: string;
  };
  return JSON.stringify({ number: last.number, hash: last.hash, brokenAt: null });
};

describe('the end that the back office is told (T59)', () => {
  it('is the last record, and the record of the number that it holds', async () => {
    const log = await filled(3);
    const first = await log.end(null);
    expect(first).toMatchObject({ lastRecord: 3, heldRecord: null, heldHash: null });
    await log.append('connected', 'service');
    const next = await log.end(3);
    expect(next).toMatchObject({ lastRecord: 4, heldRecord: 3, heldHash: first?.lastHash });
    expect(await log.end(9)).toMatchObject({ lastRecord: 4, heldHash: null });
  });

  it('is none before the first record', async () => {
    expect(await open().end(null)).toBeNull();
  });

  it('shows a log that was written anew with its head, which it cannot know by itself', async () => {
    const told = await (await filled(3)).end(null);
    rmSync(file);
    rmSync(headFile);
    const forged = open();
    for (let number = 1; number <= 5; number += 1) await forged.append('service-stopped', 'operator');
    const again = open();
    expect(await again.verify()).toBeNull();
    const end = await again.end(3);
    expect(end?.heldHash).not.toBe(told?.lastHash);
    expect(end?.heldHash).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('after a crash', () => {
  it('a record cut off anywhere while it was written is taken away', async () => {
    await filled(2);
    const whole = readFileSync(file);
    const third = encodeRecord(
      sealRecord(
        { number: 3, at: '2026-05-01T00:00:00.000Z', kind: 'connected', actor: 'service', detail: {} },
        (JSON.parse(linesOf()[1] ?? '') as { hash: string }).hash,
      ),
    );
    for (let length = 0; length < third.length; length += 7) {
      truncateSync(file, whole.length);
      appendFileSync(file, third.subarray(0, length));
      expect(await open().verify(), `${length} bytes`).toBeNull();
      expect(readFileSync(file).equals(whole)).toBe(true);
    }
  });

  it('what was cut off is kept beside the log', async () => {
    await filled(2);
    appendFileSync(file, '{"number":3,"at":"2026');
    expect(await open().verify()).toBeNull();
    expect(readFileSync(`${file}.tail`, 'utf8')).toBe('{"number":3,"at":"2026');
    expect(linesOf()).toHaveLength(2);
  });

  it('a record whose head was not written yet counts', async () => {
    await filled(2);
    const head = readFileSync(headFile);
    await open().append('connected', 'service');
    writeFileSync(headFile, head);
    const log = open();
    expect(await log.read({ limit: 1 })).toMatchObject({ total: 3, brokenAt: null });
  });
});

describe('size', () => {
  it('reads a file without line ends only once, and keeps a part of it', { timeout: 60_000 }, async () => {
    await filled(2);
    const whole = readFileSync(file);
    const junk = Buffer.alloc(8_388_608, 'x');
    for (let part = 0; part < 12; part += 1) appendFileSync(file, junk);
    const handle = await openHandle(file);
    const reads = vi.spyOn(handle, 'read');
    const joins = vi.spyOn(Buffer, 'concat');
    const scan = await scanAuditLog(handle, null);
    await handle.close();
    const joined = joins.mock.results.map(({ value }) => (value as Buffer).length);
    vi.restoreAllMocks();
    expect(scan).toMatchObject({ wholeBytes: whole.length, brokenAt: null });
    expect(reads.mock.calls.length).toBeLessThan(100);
    // Nothing grows with the length of the line.
    expect(Math.max(...joined)).toBeLessThan(100_000);
    expect(await open().verify()).toBeNull();
    expect(readFileSync(file).equals(whole)).toBe(true);
    expect(statSync(`${file}.tail`).size).toBe(1_048_576);
  });

  it('names a line that is longer than any record', async () => {
    await filled(1);
    appendFileSync(file, `${'x'.repeat(3_000_000)}\n`);
    expect(await open().verify()).toBe(2);
  });

  it('pages through 100,000 records quickly', { timeout: 60_000 }, async () => {
    await filled(1);
    let previous = (JSON.parse(linesOf()[0] ?? '') as { hash: string }).hash;
    const lines: Buffer[] = [];
    for (let number = 2; number <= 100_000; number += 1) {
      const record = sealRecord(
        { number, at: '2026-05-01T00:00:00.000Z', kind: 'try-again', actor: 'operator', detail: { number } },
        previous,
      );
      previous = record.hash;
      lines.push(encodeRecord(record));
    }
    appendFileSync(file, Buffer.concat(lines));
    const log = open();
    expect(await log.read({ limit: 1 })).toMatchObject({ total: 100_000, brokenAt: null });
    const began = performance.now();
    for (let before = 100_000; before > 1000; before -= 10_000) {
      expect((await log.read({ before, limit: 200 })).entries[0]?.number).toBe(before - 1);
    }
    expect(performance.now() - began).toBeLessThan(2000);
  });
});
