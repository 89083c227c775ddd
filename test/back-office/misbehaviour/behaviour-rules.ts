import { z } from 'zod';

const bytes = z.int().min(0).max(20_000_000_000);
const kind = <K extends string, S extends z.ZodRawShape>(does: K, shape: S) =>
  z.strictObject({ does: z.literal(does), ...shape });
const plain = <K extends string>(does: K) => kind(does, {});

/** One way to misbehave, with its settings. What each does stands in `misbehaviours.ts`. */
export const Behaviour = z.discriminatedUnion('does', [
  kind('delay', { milliseconds: z.int().min(0).max(600_000) }),
  kind('status', {
    status: z.int().min(400).max(599),
    code: z.string().optional(),
    retryAfter: z.string().optional(),
  }),
  plain('token-invalid'),
  plain('installation-removed'),
  kind('redirect', { location: z.string() }),
  plain('sign-in-page'),
  plain('junk'),
  kind('too-large', { bytes: bytes.default(8 * 1024 * 1024) }),
  kind('drip', { everyMilliseconds: z.int().min(1).default(50) }),
  plain('endless-stream'),
  kind('gzip-bomb', { bytes: bytes.default(300 * 1024 * 1024) }),
  kind('cut', { at: z.enum(['request', 'body', 'answer']) }),
  kind('raw', { text: z.string() }),
  kind('content-type', { contentType: z.string().default('text/plain') }),
  plain('wrong-nonce'),
  plain('stale-index'),
  plain('older-index'),
  plain('repeated-answer'),
  plain('older-package'),
  plain('broken-signature'),
  plain('strange-key'),
  plain('extra-members'),
  kind('hostile-strings', { text: z.string().default('<img src=x onerror=window.__p=1>') }),
  plain('duplicated-events'),
  plain('unknown-events'),
  kind('registration-ended', { reason: z.string().default('The contract has ended.') }),
]);
export type Behaviour = z.infer<typeof Behaviour>;

/**
 * Which calls it concerns: `METHOD /path` below the API base, where `*` stands for any text (alone: every call);
 * `times` calls after the first `skip` ones, or always where `times` is missing.
 */
export const BehaviourRule = z.object({
  route: z.string(),
  times: z.int().min(1).optional(),
  skip: z.int().min(0).optional(),
  behaviour: Behaviour,
});
export type BehaviourRule = z.input<typeof BehaviourRule>;

type Armed = { pattern: RegExp; skip: number; left: number; behaviour: Behaviour };

function arm(rule: BehaviourRule): Armed {
  const { route, times = Infinity, skip = 0, behaviour } = BehaviourRule.parse(rule);
  const pattern = route.split('*').map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return { pattern: new RegExp(`^${pattern.join('.*')}$`), skip, left: times, behaviour };
}

/** The rules in force; `take` counts down and says what applies to one call. */
export class BehaviourBook {
  #armed: Armed[] = [];

  set(rules: readonly BehaviourRule[]): void {
    this.#armed = rules.map(arm);
  }

  take(call: string): Behaviour[] {
    const due: Behaviour[] = [];
    for (const rule of this.#armed.filter(({ pattern }) => pattern.test(call))) {
      if (rule.skip > 0) rule.skip -= 1;
      else if (rule.left > 0) {
        rule.left -= 1;
        due.push(rule.behaviour);
      }
    }
    return due;
  }
}
