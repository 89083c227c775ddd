import { timestampOf } from '@shared/domain/time/dates';
import type { AssistanceAsk, AssistanceRecord, AssistanceStatus } from '@shared/domain/assistance/assistance';
import type { Consent, ConsentRequest } from './consent';
import type { Outcome, Report } from './consent-outcome';
import type { NewReport } from './report-outbox';

/** Turns a steady time into the one that this machine's clock shows for it. */
export type Shown = (time: number) => number;

const askOf = ({ requestId, technician, organisation, ticket, reason, access }: ConsentRequest) =>
  ({ requestId, technician, organisation, ticket, reason, access }) satisfies AssistanceAsk;

const questionOf = ({ activity }: Consent, moment: (time: number) => string): AssistanceStatus['request'] => {
  if (activity.phase === 'requested') {
    return { ...askOf(activity.request), kind: 'session', answerBy: moment(activity.answerBy) };
  }
  if (activity.phase !== 'in-session' || activity.widening === null) return null;
  const { request, answerBy } = activity.widening;
  return { ...askOf(request), kind: 'widen', answerBy: moment(answerBy) };
};

const sessionOf = ({ activity }: Consent, moment: (time: number) => string): AssistanceStatus['session'] => {
  switch (activity.phase) {
    case 'none':
    case 'requested':
      return null;
    case 'allowed': {
      const { request, allowedAt, grant } = activity;
      const times = { startedAt: moment(allowedAt), endsAt: moment(grant.expiresAt) };
      return { ...askOf(request), state: 'starting', ...times };
    }
    case 'in-session': {
      const { request, startedAt, endsAt } = activity;
      return { ...askOf(request), state: 'running', startedAt: moment(startedAt), endsAt: moment(endsAt) };
    }
    case 'ending': {
      const { request, startedAt, endedAt } = activity;
      return { ...askOf(request), state: 'ending', startedAt: moment(startedAt), endsAt: moment(endedAt) };
    }
  }
};

/** The consent as people see it. */
export const assistanceStatusOf = (
  consent: Consent,
  shown: Shown,
  rest: Pick<AssistanceStatus, 'hasExpired' | 'client'>,
): AssistanceStatus => {
  const moment = (time: number) => timestampOf(Math.round(shown(time)));
  const endsAt = consent.permission?.endsAt ?? null;
  return {
    allowed: consent.permission !== null,
    until: endsAt === null ? null : moment(endsAt),
    session: sessionOf(consent, moment),
    request: questionOf(consent, moment),
    ...rest,
  };
};

/** A report in the words of the back office's contract. */
export const reportOf = (report: Report, now: number, shown: Shown): NewReport => {
  const moment = (time: number) => timestampOf(Math.round(shown(time)));
  const { requestId } = report;
  if (report.about === 'end') {
    const { startedAt, endedAt } = report;
    // The back office's contract has no word of its own for a client that could not be started.
    const endedBy = report.endedBy === 'client-not-started' ? 'service-stopped' : report.endedBy;
    const body = { endedBy, startedAt: moment(startedAt), endedAt: moment(endedAt) };
    return { about: 'end', requestId, body };
  }
  const { decision, answeredBy, reason } = report;
  return {
    about: 'answer',
    requestId,
    body: {
      decision,
      at: moment(now),
      ...(answeredBy === undefined ? {} : { answeredBy }),
      ...(reason === undefined ? {} : { reason }),
    },
  };
};

const isStill = ({ activity }: Consent, requestId: string) =>
  activity.phase !== 'none' && activity.request.requestId === requestId;

/** The record of a request that a step has brought to its end; null where it has not. */
export const recordOf = (before: Consent, outcome: Outcome, shown: Shown): AssistanceRecord | null => {
  const { activity } = before;
  if (activity.phase === 'none' || activity.phase === 'ending') return null;
  const { request, askedAt } = activity;
  const moment = (time: number) => timestampOf(Math.round(shown(time)));
  const about = { ...askOf(request), requestedAt: moment(askedAt) };
  const end = outcome.reports.find((report) => report.about === 'end');
  if (end !== undefined && activity.phase !== 'requested') {
    const times = { startedAt: moment(end.startedAt), endedAt: moment(end.endedAt) };
    return { ...about, answer: 'allowed', answeredBy: activity.answeredBy, ...times, endedBy: end.endedBy };
  }
  if (activity.phase !== 'requested' || isStill(outcome.consent, request.requestId)) return null;
  const answer = outcome.reports.find(
    (report) => report.about === 'answer' && report.requestId === request.requestId,
  );
  const none = { startedAt: null, endedAt: null, endedBy: null };
  if (answer?.about !== 'answer') return { ...about, answer: 'withdrawn', answeredBy: null, ...none };
  return { ...about, answer: answer.decision, answeredBy: answer.answeredBy ?? null, ...none };
};
