import { z } from 'zod';
import { Timestamp } from '@shared/domain/time/dates';

const text = (max: number) => z.string().max(max);

/** The rights of a technician in a session; a wider one is asked for again. */
export const ACCESS_SCOPES = ['view', 'control'] as const;

/** The programs a session can be held with; the vendor profile names one. */
export const ASSISTANCE_PROVIDERS = ['teamviewer', 'rustdesk'] as const;
export type AssistanceProviderName = (typeof ASSISTANCE_PROVIDERS)[number];

/** Silence for so long is a denial, in ms. */
export const ANSWER_LIMIT_MS = 120_000;
/** The longest that one answer lets a session last, in ms. */
export const SESSION_LIMIT_MS = 60 * 60_000;
/** From an allowed request to the start of the client, in ms. */
export const GRANT_LIMIT_MS = 30_000;
/** For so long a session outlives a link between app and service that has broken, in ms. */
export const RECONNECT_LIMIT_MS = 5000;
/** The hours that "Permission ends after" offers; null = when it is switched off. */
export const PERMISSION_HOURS = [1, 4, 8, 24, 72, 168, null] as const;
/** The months for which the page offers to keep the history; never fewer than six. */
export const HISTORY_MONTHS = [6, 12, 24, 36, 60, 120] as const;

/** Goes into addresses, so only what stays one path segment, also behind a proxy server that decodes it. */
export const AssistanceRequestId = z
  .string()
  .max(100)
  .regex(/^(?!\.{1,2}$)[^/\\?#%\p{Control}\p{Surrogate}]{1,100}$/u);

/** The request for assistance: who asks for what, and why; text of the service organisation, shown as text only. */
export const AssistanceAsk = z.strictObject({
  requestId: AssistanceRequestId,
  technician: text(200),
  organisation: text(200),
  ticket: text(100),
  reason: text(2000),
  access: z.enum(ACCESS_SCOPES),
});
export type AssistanceAsk = z.output<typeof AssistanceAsk>;

/** A request that waits for a person's answer; `answerBy` by this machine's clock. */
export const AssistanceQuestion = z.strictObject({
  ...AssistanceAsk.shape,
  /** `widen`: the technician of the running session asks for control. */
  kind: z.enum(['session', 'widen']),
  answerBy: Timestamp,
});
export type AssistanceQuestion = z.output<typeof AssistanceQuestion>;

export const AssistanceSession = z.strictObject({
  ...AssistanceAsk.shape,
  state: z.enum(['starting', 'running', 'ending']),
  startedAt: Timestamp,
  endsAt: Timestamp,
});
export type AssistanceSession = z.output<typeof AssistanceSession>;

/** `unsafe` = it lies where others could have put it; `version-unknown` = a minimum is set and it cannot be told. */
const CLIENT_STATES = [
  'not-looked-for',
  'found',
  'not-found',
  'unsafe',
  'too-old',
  'version-unknown',
] as const;
export type ClientState = (typeof CLIENT_STATES)[number];

/** The remote assistance program of this machine, as found; `location` is shown only. */
export const AssistanceClient = z.strictObject({
  provider: z.enum(ASSISTANCE_PROVIDERS),
  state: z.enum(CLIENT_STATES),
  location: text(1024).nullable(),
  version: text(64).nullable(),
  minimumVersion: text(64).nullable(),
});
export type AssistanceClient = z.output<typeof AssistanceClient>;

/** The permission, the open request and the session, for the pages, the tray and `status --json`. */
export const AssistanceStatus = z.strictObject({
  /** The permission is in force: the settings give it, and its time is not over. */
  allowed: z.boolean(),
  /** When it ends by itself; null = not by itself, or there is none. */
  until: Timestamp.nullable(),
  /** The settings still give a permission whose time is over. */
  hasExpired: z.boolean(),
  session: AssistanceSession.nullable(),
  request: AssistanceQuestion.nullable(),
  client: AssistanceClient,
});
export type AssistanceStatus = z.output<typeof AssistanceStatus>;

/** The status before the service has looked at anything. */
export const noAssistance = (allowed: boolean): AssistanceStatus => ({
  allowed,
  until: null,
  hasExpired: false,
  session: null,
  request: null,
  client: {
    provider: 'teamviewer',
    state: 'not-looked-for',
    location: null,
    version: null,
    minimumVersion: null,
  },
});

export const ANSWERS = ['allowed', 'denied', 'no-answer', 'not-permitted', 'busy', 'unavailable'] as const;
export type AssistanceDecision = (typeof ANSWERS)[number];

/** The endings that the back office's contract has words for. */
export const REPORTED_ENDINGS = [
  'customer',
  'technician',
  'expired',
  'permission-ended',
  'service-stopped',
] as const;
/** `client-not-started` = a person allowed the session, and the program for it could not be started. */
export const ENDINGS = [...REPORTED_ENDINGS, 'client-not-started'] as const;
export type AssistanceEnding = (typeof ENDINGS)[number];

/** One request that a person was asked, and what became of it. */
export const AssistanceRecord = z.strictObject({
  ...AssistanceAsk.shape,
  requestedAt: Timestamp,
  /** Null while it is open; `withdrawn` = the help desk took it back before the answer. */
  answer: z.enum([...ANSWERS, 'withdrawn']),
  /** The account of the person who answered; null where nobody did. */
  answeredBy: text(200).nullable(),
  startedAt: Timestamp.nullable(),
  endedAt: Timestamp.nullable(),
  endedBy: z.enum(ENDINGS).nullable(),
});
export type AssistanceRecord = z.output<typeof AssistanceRecord>;
