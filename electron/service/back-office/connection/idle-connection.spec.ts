import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSubject, ModelOffice, settingsWith } from './back-office-connection.fixture';
import { files } from './state-file.fixture';

vi.mock(
  '@electron/service/state/state-file',
  async () => (await import('./state-file.fixture')).stateFileInMemory,
);

const HOUR_MS = 3_600_000;
let office: ModelOffice;
let subject: ReturnType<typeof createSubject>;

beforeEach(() => {
  vi.useFakeTimers({ now: Date.parse('2026-03-01T12:00:00Z') });
  files.clear();
  office = new ModelOffice();
  subject = createSubject(office);
});
afterEach(async () => {
  await subject.connection.stop();
  expect(vi.getTimerCount()).toBe(0);
  vi.useRealTimers();
});

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
const connect = async () => {
  subject.connection.apply(settingsWith());
  await pass(0);
  expect(subject.now()?.state).toBe('connected');
};
const waits = () =>
  office.requests
    .filter(({ path }) => path.includes('/events'))
    .map(({ path }) => Number(new URLSearchParams(path.split('?')[1]).get('wait')));
/** The calls of an hour in which nothing happens. */
const idleHour = async () => {
  const before = office.requests.length;
  await pass(HOUR_MS);
  return office.requests.slice(before).map(({ method }) => method);
};

describe('an idle connection', () => {
  it('holds one poll from heartbeat to heartbeat where the back office allows it', async () => {
    office.waitSeconds = 1200;
    await connect();
    await pass(60_000);
    const calls = await idleHour();
    expect(calls.length).toBeLessThanOrEqual(10);
    // Each heartbeat follows the end of a poll, whose connection it takes over.
    expect(calls.join(' ').replaceAll('PUT GET', '').trim()).toBe('');
    expect(Math.max(...waits())).toBe(900);
    expect(office.polling).toBe(1);
  });

  it('asks for no more than it is allowed, and no more than usual where nothing is said', async () => {
    await connect();
    await pass(60_000);
    expect((await idleHour()).length).toBeGreaterThan(70);
    expect(new Set(waits())).toEqual(new Set([0, 50]));
    office.waitSeconds = 200;
    await pass(HOUR_MS);
    expect(Math.max(...waits())).toBe(200);
  });

  it('goes back to short polls, without a failure, where something keeps the answers back', async () => {
    office.waitSeconds = 1200;
    office.isHeldBack = true;
    await connect();
    await pass(HOUR_MS);
    expect(subject.reports.filter(({ connection }) => connection.state === 'failed')).toEqual([]);
    expect(waits().filter((seconds) => seconds > 50)).toHaveLength(1);
    expect(waits().at(-1)).toBe(50);
  });

  it('sends a change at once, and an event reaches it while it waits', async () => {
    office.waitSeconds = 1200;
    await connect();
    await pass(60_000);
    office.send({ id: 'e-1', type: 'check-in' });
    await pass(1000);
    expect(office.count('status')).toBe(2);
    expect(subject.now()?.state).toBe('connected');
  });

  it('looks around with the blanks of a poll that is held open', async () => {
    const pollAnswered = vi.fn();
    await subject.connection.stop();
    office.waitSeconds = 1200;
    subject = createSubject(office, { pollAnswered });
    await connect();
    await pass(200_000);
    expect(pollAnswered.mock.calls.length).toBeGreaterThanOrEqual(4);
  });
});
