import { expect, it, vi } from 'vitest';
import { AuditAnchor } from './audit-anchor';

const HOUR_MS = 3_600_000;

const create = () => {
  let [now, lastRecord] = [Date.UTC(2026, 4, 1), 1];
  const lines: string[] = [];
  const leaveCheckpoint = vi.fn(() => Promise.resolve());
  const log = { error: vi.fn() } as unknown as ConstructorParameters<typeof AuditAnchor>[0]['log'];
  const end = vi.fn((held: number | null) =>
    Promise.resolve({ lastRecord, lastHash: `hash-${lastRecord}`, heldRecord: held, heldHash: null }),
  );
  const anchor = new AuditAnchor({
    audit: { end, leaveCheckpoint, writeJoined: () => Promise.resolve() },
    clock: { now: () => now },
    log,
    write: ({ record, hash }) => {
      lines.push(`${record} ${hash}`);
      return Promise.resolve();
    },
  });
  const pass = (hours: number) => {
    now += hours * HOUR_MS;
    lastRecord += 1;
  };
  return { anchor, end, leaveCheckpoint, lines, pass };
};

it('tells the journal once a day where no report goes out (T59)', async () => {
  const { anchor, lines, pass } = create();
  await anchor.checkNow();
  expect(lines).toEqual(['1 hash-1']);
  pass(23);
  await anchor.checkNow();
  expect(lines).toHaveLength(1);
  pass(1);
  await anchor.checkNow();
  expect(lines.at(-1)).toBe('3 hash-3');
  pass(-48);
  await anchor.checkNow();
  expect(lines).toHaveLength(3);
});

it('tells it with each report that has something new, and of which the back office holds a record', async () => {
  const { anchor, end, lines, pass } = create();
  expect(await anchor.endFor(7)).toMatchObject({ lastRecord: 1, heldRecord: 7 });
  await anchor.endFor(7);
  pass(1);
  await anchor.endFor(null);
  expect(end).toHaveBeenLastCalledWith(null);
  expect(lines).toEqual(['1 hash-1', '2 hash-2']);
});

it('tells it of the last record when the service stops, and leaves the log for the next start', async () => {
  const { anchor, leaveCheckpoint, lines } = create();
  await anchor.stop();
  expect(lines).toEqual(['1 hash-1']);
  expect(leaveCheckpoint).toHaveBeenCalledOnce();
});

it('says nothing of a log that cannot be read, and goes on', async () => {
  const { anchor, end, lines } = create();
  end.mockRejectedValue(new Error('EIO'));
  expect(await anchor.endFor(null)).toBeNull();
  expect(lines).toEqual([]);
});
