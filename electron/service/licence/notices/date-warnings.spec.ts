import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { OVER, rungOf } from '@shared/domain/licence/date-ladder';
import { Announcements } from './announcements';
import { DateWarnings } from './date-warnings';
import { flexnetText, licenceClaims, TEST_NOW } from '@electron/service/licence/licence-packages.fixture';
import { LicenceJobTestEnvironment } from '@electron/service/licence/job/licence-job.fixture';

const DAY = 86_400_000;
const HOUR = 3_600_000;
const LADDER = [60, 30, 14, 7, 3, 1, 0];
const START = Date.parse('2027-11-20T09:00:00Z');
const LICENCE = { expiresOn: '2028-09-30', maintenanceUntil: '2028-02-29' };
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** An installation through time: what is told, and when. */
class Installation {
  readonly folder = mkdtempSync(path.join(tmpdir(), 'date-warnings-'));
  now = START;
  licence: typeof LICENCE | null = LICENCE;
  told: { date: string; rung: number; at: number }[] = [];
  #warnings: DateWarnings | null = null;
  #announcements: Announcements | null = null;

  get open() {
    return this.#announcements?.open ?? [];
  }

  async restart(days: readonly number[] = LADDER) {
    await this.#warnings?.stop();
    const announcements = await Announcements.open(path.join(this.folder, 'announcements.json'), this.now);
    this.#announcements = announcements;
    this.#warnings = await DateWarnings.open(path.join(this.folder, 'date-warnings.json'), {
      announcements,
      log: silent,
      note: async (kind) => {
        const date = kind.replace('-notice', '');
        const last = announcements.open.findLast(
          (open) => open.kind === 'licence-date' && open.date === date,
        );
        if (last?.kind === 'licence-date') this.told.push({ date, rung: last.rung, at: this.now });
        await Promise.resolve();
      },
      now: () => this.now,
      licence: () => this.licence,
      changed: () => undefined,
    });
    this.#warnings.setDays(days);
    await this.#warnings.settled();
  }

  async go(ms: number) {
    this.now += ms;
    this.#warnings?.check();
    await this.#warnings?.settled();
  }

  rungs(date: string) {
    return this.told.flatMap((one) => (one.date === date ? one.rung : []));
  }

  async end() {
    await this.#warnings?.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

let installation: Installation;
beforeEach(() => {
  installation = new Installation();
});
afterEach(() => installation.end());

const anew = async () => {
  await installation.end();
  installation = new Installation();
  await installation.restart();
};

describe('warnings before the dates of the licence', () => {
  it('come once for each rung in a year with restarts, each on its day', async () => {
    const step = fc.record({ hours: fc.integer({ min: 1, max: 23 }), restarts: fc.boolean() });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 40 }), async (steps) => {
        await anew();
        for (let at = 0; installation.now < START + 366 * DAY; at += 1) {
          const { hours, restarts } = steps[at % steps.length] ?? { hours: 1, restarts: false };
          await installation.go(hours * HOUR);
          if (restarts && at % 3 === 0) await installation.restart();
        }
        for (const [date, day] of [
          ['expiry', LICENCE.expiresOn],
          ['maintenance', LICENCE.maintenanceUntil],
        ] as const) {
          expect(installation.rungs(date)).toEqual([...LADDER, OVER]);
          for (const told of installation.told.filter((one) => one.date === date)) {
            expect(Math.floor(told.at / DAY) * DAY).toBe(Date.parse(`${day}T00:00:00Z`) - told.rung * DAY);
          }
        }
      }),
      { numRuns: 3 },
    );
  }, 120_000);

  it('never come twice, and are true when they come, however the clock jumps', async () => {
    const step = fc.record({
      hours: fc.integer({ min: -200 * 24, max: 200 * 24 }),
      restarts: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 30 }), async (steps) => {
        await anew();
        for (const { hours, restarts } of steps) {
          await installation.go(hours * HOUR);
          if (restarts) await installation.restart();
        }
        for (const date of ['expiry', 'maintenance'] as const) {
          const rungs = installation.rungs(date);
          expect(new Set(rungs).size).toBe(rungs.length);
          const day = date === 'expiry' ? LICENCE.expiresOn : LICENCE.maintenanceUntil;
          for (const { rung, at } of installation.told.filter((one) => one.date === date)) {
            expect(rungOf(LADDER, day, at)).toBe(rung);
          }
        }
      }),
      { numRuns: 15 },
    );
  }, 120_000);

  it('say only the last of the rungs that were passed while nothing ran', async () => {
    installation.now = Date.parse('2028-02-24T12:00:00Z');
    await installation.restart();
    expect(installation.rungs('maintenance')).toEqual([7]);
  });

  it('take the place of the earlier one, and go when the licence is extended', async () => {
    installation.now = Date.parse('2028-02-01T12:00:00Z');
    await installation.restart();
    await installation.go(20 * DAY);
    expect(installation.open).toMatchObject([{ date: 'maintenance', rung: 14 }]);
    installation.licence = null;
    await installation.go(HOUR);
    expect(installation.open).toHaveLength(1);
    installation.licence = { ...LICENCE, maintenanceUntil: '2029-02-28' };
    await installation.go(HOUR);
    expect(installation.open).toEqual([]);
  });

  it('follow the ladder of the settings, and an empty one is silent', async () => {
    installation.now = Date.parse('2028-02-20T12:00:00Z');
    await installation.restart([]);
    expect(installation.told).toEqual([]);
    await installation.restart([10]);
    expect(installation.rungs('maintenance')).toEqual([10]);
  });
});

it('come from the licence job, with a notice while the date is near', async () => {
  const t = new LicenceJobTestEnvironment();
  try {
    t.withFile('one');
    const job = await t.start('one');
    t.shelf.put(
      licenceClaims(3, { maintenanceUntil: new Date(TEST_NOW + 5 * DAY).toISOString().slice(0, 10) }),
    );
    await job.check();
    expect(t.status?.announcements).toHaveLength(1);
    job.setWarningDays(LADDER);
    await vi.waitFor(() => expect(t.kinds()).toContain('maintenance-notice'));
    expect(t.status?.announcements).toMatchObject([
      { kind: 'licence-installed' },
      { kind: 'licence-date', date: 'maintenance', rung: 7 },
    ]);
    expect(t.status?.notices).toMatchObject([{ code: 'maintenance-ends-soon' }]);
    t.now += 6 * DAY;
    job.checkDates();
    await vi.waitFor(() => expect(t.status?.announcements).toMatchObject([{}, { rung: OVER }]));
    expect(t.status?.notices).toMatchObject([{ code: 'maintenance-ended' }]);
  } finally {
    await t.end();
  }
});

describe('at the start of the service', () => {
  let t: LicenceJobTestEnvironment;
  beforeEach(() => {
    t = new LicenceJobTestEnvironment();
    t.warningPatience = HOUR;
    t.withFile('one', flexnetText(5, '10-nov-2026'));
  });
  afterEach(() => t.end());

  it('does not warn of a licence that the first answer replaces', async () => {
    const job = await t.start('one');
    job.setWarningDays(LADDER);
    t.shelf.put(licenceClaims(3));
    await job.check();
    t.now += HOUR;
    job.checkDates();
    expect(t.kinds()).toContain('licence-received');
    expect(t.kinds().filter((kind) => kind.endsWith('-notice'))).toEqual([]);
  });

  it('warns as soon as the back office has no newer one, or cannot be asked', async () => {
    const job = await t.start('one');
    job.setWarningDays(LADDER);
    expect(t.kinds()).not.toContain('expiry-notice');
    await job.check().catch(() => undefined);
    await vi.waitFor(() => expect(t.kinds()).toContain('expiry-notice'));
  });
});
