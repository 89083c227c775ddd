import type { ActivityKind } from '@shared/domain/activity/activity';
import type { Clock } from '@shared/domain/time/clock';

/** So many records of one kind at once; then one every ten minutes, which is 144 a day. */
export const BURST = 60;
const REFILL_MS = 600_000;

/**
 * What each record of these says matters by itself: something was put in place, started or allowed. It takes a signature,
 * a person or an administrator each time. All others can be provoked by who talks to the service.
 */
const ALWAYS = new Set<ActivityKind>([
  ...(['service-started', 'service-stopped', 'entitlement-skipped', 'key-set-renewed'] as const),
  ...(['licence-received', 'licence-changed', 'licence-installed', 'licence-rolled-back'] as const),
  ...(['licence-recovered', 'licence-imported', 'licence-file-imported', 'licence-restored'] as const),
  ...(['update-install-asked', 'update-installed', 'clock-suspect'] as const),
  ...(['assistance-permitted', 'assistance-forbidden', 'assistance-permission-ended'] as const),
  ...(['assistance-requested', 'assistance-allowed', 'assistance-denied', 'assistance-started'] as const),
  ...(['assistance-widened', 'assistance-extended', 'assistance-ended'] as const),
]);

interface Allowance {
  left: number;
  at: number;
  /** Records that were not written, since the last that was. */
  joined: number;
}

/** Decides which records are written one by one, so that nobody can fill the disk by asking again and again. */
export class RecordLimits {
  readonly #allowances = new Map<ActivityKind, Allowance>();

  /** `elapsed` counts the time since some moment, whatever becomes of the clock. */
  constructor(private readonly elapsed: Clock) {}

  /** How many earlier ones this record stands for too; null = it is counted for a later one. */
  admit(kind: ActivityKind): number | null {
    if (ALWAYS.has(kind)) return 0;
    const allowance = this.#refilled(kind);
    if (allowance.left < 1) {
      allowance.joined += 1;
      return null;
    }
    allowance.left -= 1;
    const { joined } = allowance;
    allowance.joined = 0;
    return joined;
  }

  /** The kinds that wait with a number, with those alone that may be written now; at the end `all` of them. Each is told once. */
  takeJoined({ all }: { all: boolean }): { kind: ActivityKind; more: number }[] {
    const due = [...this.#allowances.keys()].filter((kind) => {
      const { left, joined } = this.#refilled(kind);
      return joined > 0 && (all || left >= 1);
    });
    return due.map((kind) => {
      const allowance = this.#refilled(kind);
      const more = allowance.joined;
      allowance.left = Math.max(0, allowance.left - 1);
      allowance.joined = 0;
      return { kind, more };
    });
  }

  #refilled(kind: ActivityKind): Allowance {
    const now = this.elapsed.now();
    const known = this.#allowances.get(kind) ?? { left: BURST, at: now, joined: 0 };
    const grown = Math.floor((now - known.at) / REFILL_MS);
    known.left = Math.min(BURST, known.left + grown);
    known.at += grown * REFILL_MS;
    this.#allowances.set(kind, known);
    return known;
  }
}
