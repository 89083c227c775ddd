import path from 'node:path';
import fc from 'fast-check';
import { afterEach, expect, it } from 'vitest';
import { createCommandTestEnvironment } from '@electron/cli/command-environment.fixture';
import {
  licenceClaims,
  licencePackage,
  signKeySet,
  testKeySetClaims,
  TEST_NOW,
} from '@electron/service/licence/licence-packages.fixture';
import { signCompact } from '@shared/domain/licence/format/vectors.fixture';
import { ReleaseIndexStore } from '@electron/service/updates/release-index-store';
import { LicenceJobTestEnvironment } from '@electron/service/licence/job/licence-job.fixture';
import type { LicenceJob } from '@electron/service/licence/job/licence-job';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const YEAR = 366 * DAY;
/** The day of the test keys' end. */
const KEYS_END = Date.parse('2028-10-01T00:00:00Z');

const timestamp = (time: number) => new Date(time).toISOString();

/** A step of the model: what becomes of the clock, or what a thief of one online key sends. */
type Step =
  | { do: 'clock'; by: number }
  | { do: 'run'; for: number }
  | { do: 'restart' }
  | { do: 'stolen-index'; at: number; sequence: number }
  | { do: 'stolen-licence'; at: number; ahead: number }
  | { do: 'stolen-release-index'; at: number };

const jump = fc.oneof(
  fc.constantFrom(10 * YEAR, -10 * YEAR, YEAR, -YEAR, 30 * DAY, -30 * DAY, 11 * MINUTE, -11 * MINUTE),
  fc.integer({ min: -3 * YEAR, max: 12 * YEAR }),
);
/** From before the keys began until far behind their end. */
const claimedTime = fc.oneof(
  fc.constantFrom(KEYS_END, KEYS_END - 1000, Date.parse('2099-01-01T00:00:00Z'), TEST_NOW + 30 * DAY),
  fc.integer({ min: TEST_NOW - YEAR, max: TEST_NOW + 3 * YEAR }),
);
const clockSteps: fc.Arbitrary<Step>[] = [
  fc.record({ do: fc.constant('clock' as const), by: jump }),
  fc.record({ do: fc.constant('run' as const), for: fc.integer({ min: 1000, max: 30 * DAY }) }),
  fc.constant({ do: 'restart' as const }),
];
const stolenIndex: fc.Arbitrary<Step> = fc.record({
  do: fc.constant('stolen-index' as const),
  at: claimedTime,
  sequence: fc.integer({ min: 1, max: 2000 }),
});
const stolenLicence: fc.Arbitrary<Step> = fc.record({
  do: fc.constant('stolen-licence' as const),
  at: claimedTime,
  ahead: fc.integer({ min: 0, max: 1000 }),
});

const stolenReleaseIndex: fc.Arbitrary<Step> = fc.record({
  do: fc.constant('stolen-release-index' as const),
  at: claimedTime,
});

let t: LicenceJobTestEnvironment | null = null;
afterEach(() => t?.end());

/** An installation with licence 1 in force. */
const installation = async () => {
  await t?.end();
  const environment = new LicenceJobTestEnvironment();
  t = environment;
  environment.withFile('one');
  const job = await environment.start('one');
  environment.shelf.put(licenceClaims(1));
  expect(await job.check()).toBe('accepted');
  return { environment, job };
};

/** What `entitlement` ends with, asked over the same state while the service runs or not. */
const entitlementOf = async ({ home, now }: LicenceJobTestEnvironment, released: string) => {
  const world = createCommandTestEnvironment(home);
  world.now = now;
  const { exitCode } = await world.run('entitlement', '--version', '2', '--released', released);
  return exitCode;
};

const expectRightAnswers = async (environment: LicenceJobTestEnvironment) => {
  // Covered: yes, or "covered, but look at the clock". Not covered: no, whatever the clock shows.
  expect([0, 13]).toContain(await entitlementOf(environment, '2027-01-01'));
  expect(await entitlementOf(environment, '2027-07-01')).toBe(10);
};

/** Whether the list of releases that is signed for this moment is taken. */
const takesReleases = async ({ home, now }: LicenceJobTestEnvironment, job: LicenceJob, at: number) => {
  const store = new ReleaseIndexStore(path.join(home, 'state', 'updates'), {
    source: {
      releaseIndex: (nonce) =>
        signCompact(
          {
            ...{ formatVersion: 1, nonce, issuedAt: timestamp(at), freshUntil: timestamp(at + 60 * MINUTE) },
            releases: [],
          },
          'release-index+jws',
          'release-1',
        ),
      releaseFile: () => Promise.reject(new Error('no file is asked for')),
    },
    product: 'print-ors',
    trust: () => job.trust(),
    renewKeys: () => Promise.resolve(false),
    randomBytes: (count) => crypto.getRandomValues(new Uint8Array(count)),
    clock: { now: () => now },
  });
  await store.open();
  return store.renew().then(
    () => true,
    () => false,
  );
};

const take = async (environment: LicenceJobTestEnvironment, job: LicenceJob, step: Step) => {
  const { shelf } = environment;
  switch (step.do) {
    case 'clock':
      environment.now = Math.max(0, environment.now + step.by);
      job.checkNow();
      return job;
    case 'run':
      environment.now += step.for;
      job.checkNow();
      return job;
    case 'restart':
      return environment.restart(job, 'one');
    case 'stolen-index':
      shelf.indexChanges = {
        ...{ issuedAt: timestamp(step.at), freshUntil: timestamp(step.at + 60 * MINUTE) },
        sequence: step.sequence,
      };
      await job.check();
      shelf.indexChanges = {};
      return job;
    case 'stolen-release-index':
      await takesReleases(environment, job, step.at);
      return job;
    case 'stolen-licence': {
      const sequence = (environment.status?.newestLicence?.sequence ?? 0) + step.ahead;
      const claims = licenceClaims(Math.max(1, sequence), { issuedAt: timestamp(step.at) });
      await job.installPackage(licencePackage(claims));
      return job;
    }
  }
};

const runSteps = async (environment: LicenceJobTestEnvironment, first: LicenceJob, steps: Step[]) => {
  let job = first;
  for (const step of steps) {
    job = await take(environment, job, step);
    await expectRightAnswers(environment);
  }
  return job;
};

/** The next key set of the roots; it revokes the licence key that was stolen. */
const nextKeySet = (time: number) => {
  const claims = testKeySetClaims();
  const keys = claims.keys.map((key, index) => (index === 0 ? { ...key, revoked: true } : key));
  const issued = { version: claims.version + 1, issuedAt: timestamp(time) };
  return signKeySet({ ...claims, ...issued, keys });
};

const expectHealed = async (environment: LicenceJobTestEnvironment, sequence: number) => {
  expect(environment.status?.newestLicence?.sequence).toBe(sequence);
  expect(environment.status?.clock).toMatchObject({ isSuspect: false, doubted: null });
  expect(await entitlementOf(environment, '2027-01-01')).toBe(0);
  expect(await entitlementOf(environment, '2027-07-01')).toBe(10);
};

const runs = { numRuns: 30, seed: 13 };
const LONG = { timeout: 240_000 };

it(
  'an honest office brings an installation back after clock jumps and a stolen index key (T57)',
  LONG,
  async () => {
    const steps = fc.array(fc.oneof(...clockSteps, stolenIndex, stolenReleaseIndex), {
      minLength: 1,
      maxLength: 7,
    });
    await fc.assert(
      fc.asyncProperty(steps, async (sequence) => {
        const { environment, job } = await installation();
        const last = await runSteps(environment, job, sequence);
        environment.now = TEST_NOW + DAY;
        environment.shelf.indexChanges = {
          ...{ issuedAt: timestamp(environment.now), freshUntil: timestamp(environment.now + 60 * MINUTE) },
        };
        environment.shelf.put(licenceClaims(2));
        expect(await last.check()).toBe('accepted');
        await expectHealed(environment, 2);
        expect(await takesReleases(environment, last, environment.now)).toBe(true);
      }),
      runs,
    );
  },
);

it('a clock that was wrong for a moment, by however much, heals by itself (T57)', LONG, async () => {
  const wrong = fc.record({ by: jump, isRestarted: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(fc.array(wrong, { minLength: 1, maxLength: 5 }), async (moments) => {
      const { environment, job } = await installation();
      environment.shelf.isAway = true;
      let running = job;
      const right = environment.now;
      for (const { by, isRestarted } of moments) {
        running = await take(environment, running, { do: 'clock', by });
        if (isRestarted) running = await take(environment, running, { do: 'restart' });
        await expectRightAnswers(environment);
        environment.now = right;
        running.checkNow();
      }
      running = await take(environment, running, { do: 'restart' });
      // A month and less is what a machine that was off looks like; it is warned of until the day has come.
      const isLong = moments.every(({ by }) => by < 0 || by > 31 * DAY);
      if (isLong) await expectHealed(environment, 1);
    }),
    runs,
  );
});

it('an honest office with a new key set brings it back after a stolen licence key (T57)', LONG, async () => {
  const steps = fc.array(fc.oneof(...clockSteps, stolenLicence), { minLength: 1, maxLength: 7 });
  await fc.assert(
    fc.asyncProperty(steps, async (sequence) => {
      const { environment, job } = await installation();
      const last = await runSteps(environment, job, sequence);
      environment.now = TEST_NOW + DAY;
      environment.shelf.indexChanges = {
        ...{ issuedAt: timestamp(environment.now), freshUntil: timestamp(environment.now + 60 * MINUTE) },
      };
      environment.shelf.keySetBytes = nextKeySet(environment.now);
      environment.shelf.put(licenceClaims(2), 'licence-2');
      // Where the thief's number is the next one, the first answer only brings the keys.
      await last.check();
      await last.check();
      await expectHealed(environment, 2);
    }),
    runs,
  );
});

it.each([
  ['shows the right time', 0],
  ['is ten years ahead', 10 * YEAR],
  ['stands at its beginning', -Infinity],
])('an honest stick does the same without a network while the clock %s (T57)', LONG, async (_clock, off) => {
  const steps = fc.array(fc.oneof(...clockSteps, stolenIndex, stolenLicence), { minLength: 1, maxLength: 7 });
  await fc.assert(
    fc.asyncProperty(steps, async (sequence) => {
      const { environment, job } = await installation();
      const last = await runSteps(environment, job, sequence);
      environment.shelf.isAway = true;
      const today = TEST_NOW + DAY;
      environment.now = Math.max(0, today + off);
      const keys = await last.installPackage(nextKeySet(today));
      expect(keys).toEqual({ outcome: 'keys-renewed', sequence: null });
      const claims = licenceClaims(2, { issuedAt: timestamp(today) });
      const brought = await last.installPackage(licencePackage(claims, 'licence-2'));
      expect(brought).toEqual({ outcome: 'ok', sequence: 2 });
      await expectRightAnswers(environment);
      if (off === 0) await expectHealed(environment, 2);
    }),
    { ...runs, numRuns: 15 },
  );
});
