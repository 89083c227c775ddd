import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { AuditLog } from './audit-log';
import { BURST, RecordLimits } from './record-limits';

const TEN_MINUTES = 600_000;
let folder: string;
let elapsed: number;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'limits-'));
  elapsed = 0;
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const open = () =>
  new AuditLog(
    path.join(folder, 'audit.jsonl'),
    path.join(folder, 'head.json'),
    { now: () => 0 },
    {
      limits: new RecordLimits({ now: () => elapsed }),
    },
  );
const lines = () => readFileSync(path.join(folder, 'audit.jsonl'), 'utf8').trimEnd().split('\n');
const details = () => lines().map((line) => (JSON.parse(line) as { detail: object }).detail);

it('a flood of one kind is written up to a limit, and told as a number when there is room (T61)', async () => {
  const log = open();
  for (let sent = 0; sent < 5000; sent += 1) await log.append('event-skipped', 'back-office', { sent });
  expect(lines()).toHaveLength(BURST);
  await log.writeJoined({ all: false });
  expect(lines()).toHaveLength(BURST);
  elapsed += TEN_MINUTES;
  await log.writeJoined({ all: false });
  expect(details().at(-1)).toEqual({ more: 5000 - BURST });
  await log.append('event-skipped', 'back-office', { sent: 5000 });
  elapsed += TEN_MINUTES;
  await log.append('event-skipped', 'back-office', { sent: 5001 });
  expect(details().at(-1)).toEqual({ sent: 5001, more: 1 });
  expect(await log.verify()).toBeNull();
});

it('other kinds are written meanwhile, and what has an effect always', async () => {
  const log = open();
  for (let sent = 0; sent < 2 * BURST; sent += 1) {
    await log.append('try-again', 'operator');
    await log.append('licence-installed', 'service');
  }
  await log.append('connected', 'service');
  expect(lines()).toHaveLength(BURST + 2 * BURST + 1);
});

it('when the service stops, nothing that was counted is lost', async () => {
  const log = open();
  for (let sent = 0; sent < BURST + 3; sent += 1) await log.append('try-again', 'operator');
  await log.writeJoined({ all: true });
  await log.writeJoined({ all: true });
  expect(lines()).toHaveLength(BURST + 1);
  expect(details().at(-1)).toEqual({ more: 3 });
});

it('a kind has no more than 144 a day in the long run', () => {
  const limits = new RecordLimits({ now: () => elapsed });
  for (let sent = 0; sent < BURST; sent += 1) limits.admit('announcement');
  let admitted = 0;
  for (elapsed = 0; elapsed < 86_400_000; elapsed += 1000)
    if (limits.admit('announcement') !== null) admitted += 1;
  expect(admitted).toBeLessThanOrEqual(144);
});
