import { z } from 'zod';
import { ENDINGS, AssistanceAsk, ASSISTANCE_PROVIDERS } from '@shared/domain/assistance/assistance';

/** All times in ms since the epoch, by the steady clock. */
const Time = z.number();

export const ConsentRequest = z.strictObject({
  ...AssistanceAsk.shape,
  invitation: z.strictObject({
    provider: z.enum(ASSISTANCE_PROVIDERS),
    code: z.string().max(100),
    link: z.string().max(200).nullable(),
  }),
});
export type ConsentRequest = z.output<typeof ConsentRequest>;

const Allowed = { request: ConsentRequest, answeredBy: z.string().max(200) };

const Activity = z.discriminatedUnion('phase', [
  z.strictObject({ phase: z.literal('none') }),
  z.strictObject({ phase: z.literal('requested'), request: ConsentRequest, askedAt: Time, answerBy: Time }),
  z.strictObject({
    phase: z.literal('allowed'),
    ...Allowed,
    askedAt: Time,
    allowedAt: Time,
    grant: z.strictObject({ id: z.string().max(100), expiresAt: Time }),
  }),
  z.strictObject({
    phase: z.literal('in-session'),
    ...Allowed,
    askedAt: Time,
    startedAt: Time,
    endsAt: Time,
    /** The technician asks for more than was allowed. */
    widening: z.strictObject({ request: ConsentRequest, answerBy: Time }).nullable(),
  }),
  z.strictObject({
    phase: z.literal('ending'),
    ...Allowed,
    askedAt: Time,
    startedAt: Time,
    endedAt: Time,
    endedBy: z.enum(ENDINGS),
  }),
]);
type Activity = z.output<typeof Activity>;
export type InSession = Extract<Activity, { phase: 'in-session' }>;

/** The permissions that people have given, and the activity under them. */
export const Consent = z.strictObject({
  /** `endsAt` null = until it is switched off. */
  permission: z.strictObject({ endsAt: Time.nullable() }).nullable(),
  activity: Activity,
});
export type Consent = z.output<typeof Consent>;

export const NO_CONSENT: Consent = { permission: null, activity: { phase: 'none' } };

/** The six states of the consent. */
export const consentState = ({ permission, activity }: Consent) => {
  if (activity.phase !== 'none') return activity.phase;
  return permission === null ? 'forbidden' : 'permitted';
};
