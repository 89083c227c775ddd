import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '@shared/domain/time/clock';
import { EventInbox } from './event-inbox';

const at = '2026-03-01T12:00:00Z';
const licenceId = '6f9619ff-8b86-4d01-b42d-00cf4fc964ff';
const checkIn = (id: string) => ({ id, type: 'check-in', at });

let folder: string;
beforeEach(async () => void (folder = await mkdtemp(path.join(os.tmpdir(), 'inbox-'))));
afterEach(() => rm(folder, { recursive: true }));

const open = async (installationId = 'a') => {
  const inbox = new EventInbox(folder, systemClock);
  const cursor = await inbox.open(installationId);
  const take = async (answer: { cursor: string; events: unknown[] }) => {
    const { delivery, saved } = inbox.take(installationId, answer);
    await saved;
    return delivery;
  };
  return { cursor, take };
};

describe('EventInbox', () => {
  it('delivers each event once, within an answer, over answers and over restarts', async () => {
    const first = await open();
    expect(first.cursor).toBeNull();
    const { events } = await first.take({ cursor: '1', events: [checkIn('x'), checkIn('x')] });
    expect(events).toHaveLength(1);
    expect((await first.take({ cursor: '2', events: [checkIn('x'), checkIn('y')] })).events).toHaveLength(1);
    const second = await open();
    expect(second.cursor).toBe('2');
    expect((await second.take({ cursor: '3', events: [checkIn('x'), checkIn('y')] })).events).toHaveLength(0);
  });

  it('begins anew for another installation', async () => {
    await (await open('a')).take({ cursor: '7', events: [checkIn('x')] });
    const other = await open('b');
    expect(other.cursor).toBeNull();
    expect((await other.take({ cursor: '1', events: [checkIn('x')] })).events).toHaveLength(1);
  });

  it('knows a closed list of verbs, whatever a back office in wrong hands sends, and writes its own file only', async () => {
    const { take } = await open();
    const known = [
      'licence-available',
      'release-available',
      'check-in',
      'registration-ended',
      'announcement',
      'assistance-requested',
      'assistance-withdrawn',
      'assistance-ended',
    ];
    const verb = fc.oneof(
      fc.constantFrom(...known, 'run', 'exec', 'install', '__proto__', 'toString'),
      fc.string(),
    );
    const event = fc.oneof(
      fc.jsonValue(),
      fc.record({ id: fc.string(), type: verb, at: fc.constant(at) }),
      fc.record({
        id: fc.string(),
        type: verb,
        at: fc.constant(at),
        licenceId: fc.string(),
        command: fc.string(),
        path: fc.string(),
      }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(event, { maxLength: 5 }), async (events) => {
        const delivery = await take({ cursor: '1', events });
        for (const { type } of delivery.events) expect(known).toContain(type);
        expect(await readdir(folder)).toHaveLength(1);
      }),
      { numRuns: 60 },
    );
  });

  it('sorts out what it does not know, what is not as described and what is no event', async () => {
    const { take } = await open();
    const delivery = await take({
      cursor: '1',
      events: [
        { id: '1', type: 'licence-available', at, licenceId, sequence: 3, futureMember: 1 },
        { id: '2', type: 'licence-available', at, licenceId: '../../etc', sequence: 3 },
        { id: '3', type: 'run', at, command: 'rm' },
        { type: 'check-in' },
        null,
        'check-in',
      ],
    });
    expect(delivery.events).toEqual([{ id: '1', type: 'licence-available', at, licenceId, sequence: 3 }]);
    expect(delivery.skipped).toEqual(['licence-available', 'run']);
    expect(delivery.unreadable).toBe(3);
  });

  it('remembers the newest 500 only', async () => {
    const { take } = await open();
    for (let page = 0; page < 8; page += 1) {
      await take({
        cursor: String(page),
        events: Array.from({ length: 100 }, (_, n) => checkIn(`${page}-${n}`)),
      });
    }
    const stored = JSON.parse(await readFile(path.join(folder, 'events.json'), 'utf8')) as { seen: string[] };
    expect(stored.seen).toHaveLength(500);
    expect(stored.seen.at(-1)).toBe('7-99');
  });

  it('begins anew where its file is broken', async () => {
    await writeFile(path.join(folder, 'events.json'), '{"installationId":"a","cursor":');
    expect((await open()).cursor).toBeNull();
  });
});
