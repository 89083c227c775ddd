import fc from 'fast-check';
import { expect, it } from 'vitest';
import { GRANT_LIMIT_MS, SESSION_LIMIT_MS } from '@shared/domain/assistance/assistance';
import { Consent, NO_CONSENT, consentState, type ConsentRequest } from './consent';
import { stepConsent, type ConsentCommand } from './consent-steps';
import { MonotonicClock } from './monotonic-clock';

const MINUTE = 60_000;
const IDS = ['a', 'b'] as const;

const requestOf = (requestId: string, access: 'view' | 'control'): ConsentRequest => ({
  ...{ requestId, technician: 'T', organisation: 'O', ticket: '1', reason: 'r', access },
  invitation: { provider: 'teamviewer', code: 's12-345-678', link: 'https://get.teamviewer.com/s12345678' },
});

type Deed =
  | { do: 'wait'; ms: number }
  | { do: 'set-clock'; ms: number }
  /** `isLost`: the power goes before the last step is on the disk. */
  | { do: 'crash'; isLost: boolean }
  | { do: 'launch'; requestId: string; grant: 'last' | 'guessed' | 'older' }
  | { do: 'command'; command: ConsentCommand };

const id = fc.constantFrom(...IDS);
const command = fc.oneof(
  fc.record({
    type: fc.constant('permit' as const),
    endsAt: fc.constantFrom(null, 5 * MINUTE, 480 * MINUTE),
  }),
  fc.constant({ type: 'forbid' as const }),
  fc.record({
    type: fc.constant('request' as const),
    request: fc
      .tuple(id, fc.constantFrom('view' as const, 'control' as const))
      .map(([one, access]) => requestOf(one, access)),
    obstacle: fc.option(fc.constantFrom({ decision: 'unavailable' as const, reason: 'no-app' }), { freq: 8 }),
    lifetimeMs: fc.constantFrom(-1, 1000, 120_000, 900_000),
  }),
  fc.record({
    type: fc.constant('answer' as const),
    requestId: id,
    decision: fc.constantFrom('allow' as const, 'allow' as const, 'deny' as const),
    answeredBy: fc.constant('me'),
    notice: fc.constant('n'),
    grantId: fc.constant(''),
  }),
  fc.constant({ type: 'cannot-ask' as const, reason: 'no-screen' }),
  fc.record({ type: fc.constant('withdraw' as const), requestId: id }),
  fc.record({
    type: fc.constant('client-gone' as const),
    requestId: id,
    failure: fc.constantFrom(null, 'client-not-started'),
  }),
  fc.record({
    type: fc.constant('end' as const),
    by: fc.constantFrom('customer' as const, 'technician' as const),
  }),
  fc.record({ type: fc.constant('extend' as const), requestId: id, answeredBy: fc.constant('me') }),
  fc.constant({ type: 'time' as const }),
);

const deed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 6, arbitrary: command.map((one): Deed => ({ do: 'command', command: one })) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('launch' as const),
      requestId: id,
      grant: fc.constantFrom('last' as const, 'last' as const, 'guessed' as const, 'older' as const),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('wait' as const),
      ms: fc.constantFrom(10, 5000, 40_000, 4 * MINUTE, 70 * MINUTE),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('set-clock' as const),
      ms: fc.constantFrom(-365, -1, 1, 365).map((days) => days * 24 * 60 * MINUTE),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('crash' as const), isLost: fc.boolean() }) },
);

/** The commands that lead to a session when nothing interferes; all others are mixed in anywhere. */
const story = fc
  .tuple(id, fc.constantFrom('view' as const, 'control' as const))
  .map(([requestId, access]): Deed[] => [
    { do: 'command', command: { type: 'permit', endsAt: 480 * MINUTE } },
    {
      do: 'command',
      command: {
        type: 'request',
        request: requestOf(requestId, access),
        obstacle: null,
        lifetimeMs: 120_000,
      },
    },
    {
      do: 'command',
      command: { type: 'answer', requestId, decision: 'allow', answeredBy: 'me', notice: 'n', grantId: '' },
    },
    { do: 'launch', requestId, grant: 'last' },
  ]);
const deeds = fc
  .array(fc.oneof({ weight: 5, arbitrary: deed.map((one) => [one]) }, { weight: 1, arbitrary: story }), {
    minLength: 3,
    maxLength: 30,
  })
  .chain((parts) =>
    // A deed put between any two others reaches the moments inside a story.
    fc.array(fc.tuple(fc.nat(40), deed), { maxLength: 3 }).map((extra) => {
      const whole = parts.flat();
      for (const [at, one] of extra) whole.splice(Math.min(at, whole.length), 0, one);
      return whole;
    }),
  );

/** The facts known to an observer with a clock of their own: nothing here is read from the consent. */
class Bystander {
  watch = 0;
  /** The yes of a person that has not been used, by its request. */
  yes: { requestId: string; at: number; grantId: string } | null = null;
  permittedUntil: number | null = null;
  launched = new Set<string>();
}

/** The machine around the consent: its clock, its disk, and the bystander. */
class World {
  private offset = 1_700_000_000_000;
  readonly seen = new Bystander();
  private consent: Consent = NO_CONSENT;
  private disk = JSON.stringify({ consent: NO_CONSENT, floor: 0 });
  private before = this.disk;
  private permittedBefore: number | null = null;
  private grants: string[] = ['none', 'none'];
  private clock = this.newClock(0);
  private sessionSince: number | null = null;

  private newClock(floor: number) {
    const wall = { now: () => this.offset + this.seen.watch };
    const start = this.seen.watch;
    return new MonotonicClock(wall, { now: () => this.seen.watch - start }, floor);
  }

  act(one: Deed): void {
    switch (one.do) {
      case 'wait':
        this.seen.watch += one.ms;
        this.step({ type: 'time' });
        return;
      case 'set-clock':
        this.offset += one.ms;
        this.step({ type: 'time' });
        return;
      case 'crash':
        this.crash(one.isLost);
        return;
      case 'launch': {
        const grantId =
          one.grant === 'last' ? this.grants.at(-1) : one.grant === 'older' ? this.grants.at(-2) : 'x';
        this.step({ type: 'launch', requestId: one.requestId, grantId: grantId ?? 'x' });
        return;
      }
      case 'command':
        this.step(this.filled(one.command));
    }
  }

  private filled(one: ConsentCommand): ConsentCommand {
    if (one.type === 'permit') {
      return { ...one, endsAt: one.endsAt === null ? null : this.clock.now() + one.endsAt };
    }
    if (one.type !== 'answer') return one;
    this.grants.push(`grant ${this.grants.length}`);
    return { ...one, grantId: this.grants.at(-1) ?? '' };
  }

  private crash(isLost: boolean) {
    // Where the step is not on the disk, nothing of it was told to anybody either.
    const { consent, floor } = JSON.parse(isLost ? this.before : this.disk) as {
      consent: unknown;
      floor: number;
    };
    this.consent = Consent.parse(consent);
    this.clock = this.newClock(floor);
    this.seen.yes = null;
    if (isLost) this.seen.permittedUntil = this.permittedBefore;
    this.step({ type: 'restart' });
    expect(['forbidden', 'permitted', 'ending']).toContain(consentState(this.consent));
  }

  private step(one: ConsentCommand) {
    const now = this.clock.now();
    const before = this.consent;
    const outcome = stepConsent(before, one, now);
    this.consent = outcome.consent;
    this.before = this.disk;
    this.permittedBefore = this.seen.permittedUntil;
    this.disk = JSON.stringify({ consent: outcome.consent, floor: now });
    this.note(one, outcome.refused === null);
    if (outcome.launch !== null) this.checkLaunch(one, outcome.launch);
    this.checkSession();
    // Each request gets its answer, and every change has its record.
    if (outcome.reports.length > 0) expect(outcome.notes.length).toBeGreaterThan(0);
    if (consentState(before) !== consentState(this.consent) && consentState(before) !== 'ending') {
      expect(outcome.notes).not.toEqual([]);
    }
  }

  private note(one: ConsentCommand, isTaken: boolean) {
    const { seen } = this;
    if (one.type === 'permit') {
      seen.permittedUntil =
        one.endsAt === null ? Number.POSITIVE_INFINITY : seen.watch + (one.endsAt - this.clock.now());
    }
    if (one.type === 'forbid') seen.permittedUntil = null;
    if (one.type === 'answer' && one.decision === 'allow' && isTaken) {
      seen.yes = { requestId: one.requestId, at: seen.watch, grantId: one.grantId };
    }
    if (one.type === 'withdraw' && one.requestId === seen.yes?.requestId) seen.yes = null;
    if (one.type === 'end' || one.type === 'forbid') seen.yes = null;
  }

  private checkLaunch(one: ConsentCommand, launch: ConsentRequest) {
    const { seen } = this;
    expect(one).toMatchObject({ type: 'launch', requestId: launch.requestId });
    expect(seen.yes?.requestId).toBe(launch.requestId);
    expect(one.type === 'launch' && one.grantId).toBe(seen.yes?.grantId);
    expect(seen.watch - (seen.yes?.at ?? 0)).toBeLessThan(GRANT_LIMIT_MS);
    expect(seen.permittedUntil ?? 0).toBeGreaterThan(seen.watch);
    expect(seen.launched.has(seen.yes?.grantId ?? '')).toBe(false);
    seen.launched.add(seen.yes?.grantId ?? '');
    seen.yes = null;
  }

  /** A session never outlives its hour by the bystander's watch, unless a person has extended it. */
  private checkSession() {
    const { activity } = this.consent;
    if (activity.phase !== 'in-session') {
      this.sessionSince = null;
      return;
    }
    this.sessionSince ??= this.seen.watch;
    const allowed = activity.endsAt - activity.startedAt;
    expect(this.seen.watch - this.sessionSince).toBeLessThan(allowed + 1);
    expect(allowed - (this.seen.watch - this.sessionSince)).toBeLessThanOrEqual(SESSION_LIMIT_MS);
  }
}

it('launches only on a fresh, unexpired grant for exactly that request, whatever happens in between', () => {
  let launches = 0;
  fc.assert(
    fc.property(deeds, (sequence) => {
      const world = new World();
      for (const one of sequence) world.act(one);
      launches += world.seen.launched.size;
    }),
    { numRuns: 10_000 },
  );
  // The sequences do reach sessions, or they would prove nothing.
  expect(launches).toBeGreaterThan(500);
}, 60_000);
