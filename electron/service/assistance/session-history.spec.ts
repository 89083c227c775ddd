import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { AssistanceRecord } from '@shared/domain/assistance/assistance';
import { SessionHistory } from './session-history';

const DAY_MS = 86_400_000;
const START = Date.parse('2026-03-02T09:00:00Z');

let folder: string;
let now: number;
let months: number;
const open = async () => {
  const history = new SessionHistory(folder, { now: () => now }, () => months);
  await history.open();
  return history;
};
const recordOf = (requestId: string, isHeld = false): AssistanceRecord => {
  const at = new Date(now).toISOString();
  return {
    ...{ requestId, technician: 'Ada', organisation: 'O', ticket: 'T', reason: 'R', access: 'view' },
    ...{ requestedAt: at, answer: isHeld ? 'allowed' : 'denied', answeredBy: 'Erika' },
    ...{ startedAt: isHeld ? at : null, endedAt: isHeld ? at : null, endedBy: isHeld ? 'customer' : null },
  };
};
const idsOf = (history: SessionHistory) =>
  history.read({ skip: 0 }).records.map(({ requestId }) => requestId);

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'rs-history-'));
  [now, months] = [START, 6];
});
afterEach(() => rmSync(folder, { recursive: true }));

it('keeps what is younger than six months, over restarts too, and drops what is older than the setting', async () => {
  const history = await open();
  await history.add(recordOf('first'));
  now += 184 * DAY_MS;
  await history.add(recordOf('second'));
  expect(idsOf(await open())).toEqual(['second', 'first']);
  now += 3 * DAY_MS;
  await history.add(recordOf('third'));
  expect(idsOf(history)).toEqual(['third', 'second']);
  months = 12;
  now += 180 * DAY_MS;
  await history.add(recordOf('fourth'));
  expect(idsOf(history)).toEqual(['fourth', 'third', 'second']);
});

// A thousand writes to the disk, which take their time on a loaded machine.
it('does not let a session that was held be pushed out by requests', { timeout: 60_000 }, async () => {
  const history = await open();
  await history.add(recordOf('held', true));
  for (let count = 0; count < 1005; count += 1) await history.add(recordOf(`asked ${count}`));
  const { total } = history.read({ skip: 0 });
  expect(total).toBe(1000);
  expect(history.read({ skip: 900 }).records.at(-1)).toMatchObject({ requestId: 'held' });
  expect(history.read({ skip: 900 }).records.at(-2)).toMatchObject({ requestId: 'asked 6' });
});
