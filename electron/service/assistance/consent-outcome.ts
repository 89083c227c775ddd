import type { ActivityEntry, ActivityKind, ActivityDetail } from '@shared/domain/activity/activity';
import type { AssistanceDecision, AssistanceEnding } from '@shared/domain/assistance/assistance';
import type { ErrorCode } from '@shared/errors/error-catalogue';
import type { Consent, ConsentRequest } from './consent';

/** A record that the audit log has to hold before the step takes effect. */
type ConsentAuditRecord = {
  kind: ActivityKind;
  actor: ActivityEntry['actor'];
  detail: ActivityDetail;
};

/** A report for the back office; times by the monotonic clock. */
export type Report =
  | { about: 'answer'; requestId: string; decision: AssistanceDecision; answeredBy?: string; reason?: string }
  | {
      about: 'end';
      requestId: string;
      endedBy: AssistanceEnding;
      startedAt: number;
      endedAt: number;
    };

/** The outcome of a step. It takes effect once the records are written and the consent is saved. */
export type Outcome = {
  consent: Consent;
  notes: ConsentAuditRecord[];
  reports: Report[];
  /** The client is to be started now, once, for this request. */
  launch: ConsentRequest | null;
  /** Why the command came to nothing, where somebody waits for its answer. */
  refused: ErrorCode | null;
};

export const unchanged = (consent: Consent): Outcome => ({
  consent,
  notes: [],
  reports: [],
  launch: null,
  refused: null,
});

/** One outcome after the other, as one. */
export const followedBy = (first: Outcome, next: (consent: Consent) => Outcome): Outcome => {
  const second = next(first.consent);
  return {
    consent: second.consent,
    notes: [...first.notes, ...second.notes],
    reports: [...first.reports, ...second.reports],
    launch: second.launch ?? first.launch,
    refused: second.refused ?? first.refused,
  };
};

/** The audit details of every request: who asked for what. */
export const requesterOf = ({
  requestId,
  technician,
  organisation,
  ticket,
  reason,
  access,
}: ConsentRequest) => ({
  requestId,
  technician,
  organisation,
  ticket,
  purpose: reason,
  access,
});

const base = (consent: Consent, activity: Consent['activity']): Outcome =>
  unchanged({ ...consent, activity });

/** A request that comes to an end without an allowed session. */
export const answered = (
  consent: Consent,
  request: ConsentRequest,
  decision: Exclude<AssistanceDecision, 'allowed'>,
  extra: { reason?: string; answeredBy?: string; notice?: string } = {},
): Outcome => {
  const kinds = {
    denied: 'assistance-denied',
    'no-answer': 'assistance-no-answer',
    'not-permitted': 'assistance-refused',
    busy: 'assistance-refused',
    unavailable: 'assistance-refused',
  } as const;
  const isRefused = kinds[decision] === 'assistance-refused';
  const { reason, answeredBy, notice } = extra;
  const detail = {
    ...requesterOf(request),
    ...(isRefused ? { decision } : {}),
    ...(reason === undefined ? {} : { refusal: reason }),
    ...(answeredBy === undefined ? {} : { answeredBy }),
    ...(notice === undefined ? {} : { notice }),
  };
  return {
    ...unchanged(consent),
    notes: [{ kind: kinds[decision], actor: decision === 'denied' ? 'operator' : 'service', detail }],
    reports: [
      {
        about: 'answer',
        requestId: request.requestId,
        decision,
        ...(answeredBy === undefined ? {} : { answeredBy }),
        ...(reason === undefined ? {} : { reason }),
      },
    ],
  };
};

const ACTOR_OF_ENDING = {
  customer: 'operator',
  technician: 'back-office',
  expired: 'service',
  'permission-ended': 'service',
  'service-stopped': 'service',
  'client-not-started': 'service',
} as const;

/** The session ends: the client has to be closed. */
export const ended = (
  consent: Consent,
  endedBy: AssistanceEnding,
  now: number,
  extra: ActivityDetail = {},
): Outcome => {
  const { activity } = consent;
  if (activity.phase !== 'allowed' && activity.phase !== 'in-session') return unchanged(consent);
  const { request, answeredBy, askedAt } = activity;
  const startedAt = activity.phase === 'allowed' ? activity.allowedAt : activity.startedAt;
  const open = activity.phase === 'in-session' ? activity.widening : null;
  const first =
    open === null
      ? unchanged(consent)
      : answered(consent, open.request, 'unavailable', { reason: 'session-over' });
  return followedBy(first, (before) => ({
    ...base(before, { phase: 'ending', request, answeredBy, askedAt, startedAt, endedAt: now, endedBy }),
    notes: [
      {
        kind: 'assistance-ended',
        actor: ACTOR_OF_ENDING[endedBy],
        detail: {
          ...requesterOf(request),
          answeredBy,
          endedBy,
          seconds: Math.round((now - startedAt) / 1000),
          ...extra,
        },
      },
    ],
    reports: [{ about: 'end', requestId: request.requestId, endedBy, startedAt, endedAt: now }],
  }));
};
