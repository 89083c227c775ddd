import {
  ANSWER_LIMIT_MS,
  GRANT_LIMIT_MS,
  SESSION_LIMIT_MS,
  type AssistanceEnding,
} from '@shared/domain/assistance/assistance';
import type { ErrorCode } from '@shared/errors/error-catalogue';
import type { Consent, ConsentRequest, InSession } from './consent';
import { followedBy, answered, ended, unchanged, requesterOf, type Outcome } from './consent-outcome';

/** A client that does not go within this is not waited for; it is killed all the same. */
const ENDING_LIMIT_MS = 5000;

/** Why a request is not put before anybody; `reason` is told to the help desk by name. */
export type Obstacle = { decision: 'not-permitted' | 'unavailable'; reason: string };

export type ConsentCommand =
  | { type: 'permit'; endsAt: number | null }
  | { type: 'forbid' }
  | { type: 'request'; request: ConsentRequest; obstacle: Obstacle | null; lifetimeMs: number }
  /** `grantId` is fresh and random; used only where the answer is yes. */
  | {
      type: 'answer';
      requestId: string;
      decision: 'allow' | 'deny';
      answeredBy: string;
      notice: string;
      grantId: string;
    }
  /** Nobody can be asked any more. */
  | { type: 'cannot-ask'; reason: string }
  | { type: 'withdraw'; requestId: string }
  | { type: 'launch'; requestId: string; grantId: string }
  | { type: 'client-gone'; requestId: string; failure: string | null }
  | { type: 'end'; by: AssistanceEnding; requestId?: string; answeredBy?: string }
  | { type: 'extend'; requestId: string; answeredBy: string }
  /** Nothing but that time has passed. */
  | { type: 'time' }
  /** The service has ended, in whatever way, and begins again with what was saved. */
  | { type: 'restart' };

/** Lets run out what has run out by `now`. */
const settle = (consent: Consent, now: number): Outcome => {
  const { permission } = consent;
  if (permission?.endsAt == null || permission.endsAt > now) return settleActivity(consent, now);
  const note = { kind: 'assistance-permission-ended', actor: 'service', detail: {} } as const;
  const over = { ...unchanged({ ...consent, permission: null }), notes: [note] };
  return followedBy(
    followedBy(over, (after) => withdrawPermission(after, now, true)),
    (after) => settleActivity(after, now),
  );
};

const settleActivity = (consent: Consent, now: number): Outcome => {
  const { activity } = consent;
  const without = { ...consent, activity: { phase: 'none' } as const };
  switch (activity.phase) {
    case 'none':
      return unchanged(consent);
    case 'requested':
      return activity.answerBy > now ? unchanged(consent) : answered(without, activity.request, 'no-answer');
    case 'allowed':
      return activity.grant.expiresAt > now ? unchanged(consent) : ended(consent, 'client-not-started', now);
    case 'in-session':
      return activity.endsAt > now ? settleWidening(consent, activity, now) : ended(consent, 'expired', now);
    case 'ending':
      return unchanged(activity.endedAt + ENDING_LIMIT_MS > now ? consent : without);
  }
};

const settleWidening = (consent: Consent, session: InSession, now: number): Outcome => {
  const { widening } = session;
  if (widening === null || widening.answerBy > now) return unchanged(consent);
  return answered({ ...consent, activity: { ...session, widening: null } }, widening.request, 'no-answer');
};

/** The permission is gone: what was not allowed yet is not allowed any more; a session ends only with its expiry. */
const withdrawPermission = (consent: Consent, now: number, endsSession: boolean): Outcome => {
  const { activity } = consent;
  const refused = { reason: 'permission-ended' };
  if (activity.phase === 'requested') {
    return answered({ ...consent, activity: { phase: 'none' } }, activity.request, 'not-permitted', refused);
  }
  if (activity.phase === 'allowed' || endsSession) return ended(consent, 'permission-ended', now);
  if (activity.phase !== 'in-session' || activity.widening === null) return unchanged(consent);
  const narrow = { ...consent, activity: { ...activity, widening: null } };
  return answered(narrow, activity.widening.request, 'not-permitted', refused);
};

const permit = (consent: Consent, endsAt: number | null): Outcome => ({
  ...unchanged({ ...consent, permission: { endsAt } }),
  notes: [{ kind: 'assistance-permitted', actor: 'operator', detail: { hasEnd: endsAt !== null } }],
});

const forbid = (consent: Consent, now: number): Outcome => {
  if (consent.permission === null) return unchanged(consent);
  const note = { kind: 'assistance-forbidden', actor: 'operator', detail: {} } as const;
  const without = { ...unchanged({ ...consent, permission: null }), notes: [note] };
  return followedBy(without, (after) => withdrawPermission(after, now, false));
};

const isWidening = ({ activity }: Consent, { access, invitation }: ConsentRequest) =>
  activity.phase === 'in-session' &&
  activity.widening === null &&
  access === 'control' &&
  activity.request.access === 'view' &&
  invitation.code !== '' &&
  invitation.code === activity.request.invitation.code;

const request = (
  consent: Consent,
  { request: asked, obstacle, lifetimeMs }: Extract<ConsentCommand, { type: 'request' }>,
  now: number,
): Outcome => {
  if (consent.permission === null) {
    return answered(consent, asked, 'not-permitted', { reason: obstacle?.reason ?? 'permission-off' });
  }
  if (obstacle?.decision === 'not-permitted') {
    return answered(consent, asked, 'not-permitted', { reason: obstacle.reason });
  }
  const { activity } = consent;
  const widens = isWidening(consent, asked);
  if (activity.phase !== 'none' && !widens) return answered(consent, asked, 'busy');
  if (obstacle !== null) return answered(consent, asked, obstacle.decision, { reason: obstacle.reason });
  if (lifetimeMs <= 0) return answered(consent, asked, 'no-answer', { reason: 'too-late' });
  const answerBy = now + Math.min(lifetimeMs, ANSWER_LIMIT_MS);
  const note = { kind: 'assistance-requested', actor: 'back-office', detail: requesterOf(asked) } as const;
  const next =
    activity.phase === 'in-session'
      ? { ...activity, widening: { request: asked, answerBy } }
      : ({ phase: 'requested', request: asked, askedAt: now, answerBy } as const);
  return { ...unchanged({ ...consent, activity: next }), notes: [note] };
};

const refusing = (consent: Consent, refused: ErrorCode): Outcome => ({ ...unchanged(consent), refused });

const answer = (
  consent: Consent,
  command: Extract<ConsentCommand, { type: 'answer' }>,
  now: number,
): Outcome => {
  const { requestId, decision, answeredBy, notice, grantId } = command;
  const { activity } = consent;
  const widening = activity.phase === 'in-session' ? activity.widening : null;
  const open = activity.phase === 'requested' ? activity.request : widening?.request;
  if (open?.requestId !== requestId) return refusing(consent, 'assistance-request-gone');
  if (decision === 'deny') {
    const rest =
      activity.phase === 'in-session' ? { ...activity, widening: null } : ({ phase: 'none' } as const);
    return answered({ ...consent, activity: rest }, open, 'denied', { answeredBy, notice });
  }
  const next: Consent['activity'] =
    activity.phase === 'in-session'
      ? { ...activity, widening: null, request: { ...activity.request, access: open.access } }
      : {
          phase: 'allowed',
          request: open,
          answeredBy,
          askedAt: activity.phase === 'requested' ? activity.askedAt : now,
          allowedAt: now,
          grant: { id: grantId, expiresAt: now + GRANT_LIMIT_MS },
        };
  const kind = activity.phase === 'in-session' ? 'assistance-widened' : 'assistance-allowed';
  return {
    ...unchanged({ ...consent, activity: next }),
    notes: [{ kind, actor: 'operator', detail: { ...requesterOf(open), answeredBy, notice } }],
    reports: [{ about: 'answer', requestId, decision: 'allowed', answeredBy }],
  };
};

const cannotAsk = (consent: Consent, reason: string): Outcome => {
  const { activity } = consent;
  if (activity.phase === 'requested') {
    return answered({ ...consent, activity: { phase: 'none' } }, activity.request, 'unavailable', { reason });
  }
  if (activity.phase !== 'in-session' || activity.widening === null) return unchanged(consent);
  const narrow = { ...consent, activity: { ...activity, widening: null } };
  return answered(narrow, activity.widening.request, 'unavailable', { reason });
};

const withdraw = (consent: Consent, requestId: string, now: number): Outcome => {
  const { activity } = consent;
  const noted = (after: Consent, about: ConsentRequest): Outcome => ({
    ...unchanged(after),
    notes: [{ kind: 'assistance-withdrawn', actor: 'back-office', detail: requesterOf(about) }],
  });
  if (activity.phase === 'in-session' && activity.widening?.request.requestId === requestId) {
    return noted({ ...consent, activity: { ...activity, widening: null } }, activity.widening.request);
  }
  if (activity.phase === 'none' || activity.request.requestId !== requestId) return unchanged(consent);
  if (activity.phase === 'requested') {
    return noted({ ...consent, activity: { phase: 'none' } }, activity.request);
  }
  return ended(consent, 'technician', now);
};

const launch = (consent: Consent, requestId: string, grantId: string, now: number): Outcome => {
  const { activity, permission } = consent;
  const isGranted =
    activity.phase === 'allowed' &&
    activity.request.requestId === requestId &&
    activity.grant.id === grantId &&
    activity.grant.expiresAt > now &&
    permission !== null;
  if (!isGranted) return refusing(consent, 'assistance-grant-invalid');
  const { request: allowed, answeredBy, askedAt } = activity;
  const endsAt = Math.min(now + SESSION_LIMIT_MS, permission.endsAt ?? Number.POSITIVE_INFINITY);
  return {
    ...unchanged({
      ...consent,
      activity: {
        ...{ phase: 'in-session', request: allowed, answeredBy, askedAt },
        ...{ startedAt: now, endsAt, widening: null },
      },
    }),
    notes: [
      { kind: 'assistance-started', actor: 'service', detail: { ...requesterOf(allowed), answeredBy } },
    ],
    launch: allowed,
  };
};

const clientGone = (
  consent: Consent,
  { requestId, failure }: Extract<ConsentCommand, { type: 'client-gone' }>,
  now: number,
): Outcome => {
  const { activity } = consent;
  if (activity.phase === 'none' || activity.request.requestId !== requestId) return unchanged(consent);
  if (activity.phase === 'ending') return unchanged({ ...consent, activity: { phase: 'none' } });
  const end =
    failure === null
      ? ended(consent, 'customer', now)
      : ended(consent, 'client-not-started', now, { failure });
  return followedBy(end, (after) =>
    unchanged(after.activity.phase === 'ending' ? { ...after, activity: { phase: 'none' } } : after),
  );
};

const extend = (
  consent: Consent,
  { requestId, answeredBy }: { requestId: string; answeredBy: string },
  now: number,
) => {
  const { activity, permission } = consent;
  const isRunning = activity.phase === 'in-session' && activity.request.requestId === requestId;
  if (!isRunning || permission === null) return refusing(consent, 'assistance-request-gone');
  const endsAt = Math.min(now + SESSION_LIMIT_MS, permission.endsAt ?? Number.POSITIVE_INFINITY);
  const detail = { ...requesterOf(activity.request), answeredBy };
  return {
    ...unchanged({ ...consent, activity: { ...activity, endsAt } }),
    notes: [{ kind: 'assistance-extended', actor: 'operator', detail } as const],
  };
};

const end = (consent: Consent, command: Extract<ConsentCommand, { type: 'end' }>, now: number): Outcome => {
  const { activity } = consent;
  const { by, requestId, answeredBy } = command;
  if (activity.phase === 'none') return unchanged(consent);
  if (requestId !== undefined && activity.request.requestId !== requestId) return unchanged(consent);
  if (activity.phase !== 'requested')
    return ended(consent, by, now, answeredBy === undefined ? {} : { stoppedBy: answeredBy });
  const without = { ...consent, activity: { phase: 'none' } as const };
  if (by === 'customer') {
    return answered(without, activity.request, 'denied', answeredBy === undefined ? {} : { answeredBy });
  }
  if (by === 'technician') return withdraw(consent, activity.request.requestId, now);
  return answered(without, activity.request, 'not-permitted', { reason: by });
};

const restart = (consent: Consent, now: number): Outcome =>
  followedBy(cannotAsk(consent, 'service-restarted'), (after) => ended(after, 'service-stopped', now));

const apply = (consent: Consent, command: ConsentCommand, now: number): Outcome => {
  switch (command.type) {
    case 'permit':
      return permit(consent, command.endsAt);
    case 'forbid':
      return forbid(consent, now);
    case 'request':
      return request(consent, command, now);
    case 'answer':
      return answer(consent, command, now);
    case 'cannot-ask':
      return cannotAsk(consent, command.reason);
    case 'withdraw':
      return withdraw(consent, command.requestId, now);
    case 'launch':
      return launch(consent, command.requestId, command.grantId, now);
    case 'client-gone':
      return clientGone(consent, command, now);
    case 'end':
      return end(consent, command, now);
    case 'extend':
      return extend(consent, command, now);
    case 'restart':
      return restart(consent, now);
    case 'time':
      return unchanged(consent);
  }
};

/**
 * One step of the consent, pure: first what has run out by `now` (steady, in ms since the epoch) runs out, then the command
 * meets what is left. The only way to a launch is a grant that is fresh, of this request, and not used yet.
 */
export const stepConsent = (consent: Consent, command: ConsentCommand, now: number): Outcome =>
  followedBy(settle(consent, now), (after) => apply(after, command, now));
