import { z } from 'zod';
import {
  ASSISTANCE_PROVIDERS,
  AssistanceRecord,
  AssistanceRequestId,
} from '@shared/domain/assistance/assistance';
import { PRECONDITIONS } from '@shared/domain/status/assistance-preconditions';
import { Timestamp } from '@shared/domain/time/dates';
import { ERROR_CODES } from '@shared/errors/error-catalogue';
import { LOCALES } from '@shared/domain/settings/locales';
import { call } from '@shared/contract/define';

/** The proof that a person has just allowed this one request: 32 random bytes, good once and for seconds. */
const AssistanceGrant = z.string().regex(/^[\w-]{43}$/);
/** The proof that an app is the one that holds a session; 32 random bytes, good until the session is over. */
const Lifeline = AssistanceGrant;

/** The client that the app is to start, and nothing else. */
const AssistanceLaunch = z.strictObject({
  requestId: AssistanceRequestId,
  provider: z.enum(ASSISTANCE_PROVIDERS),
  /** Of `get.teamviewer.com`; null where the provider needs none. Checked again by whoever starts the client. */
  link: z.string().max(200).nullable(),
  minimumVersion: z.string().max(64).nullable(),
  lifeline: Lifeline,
});
type AssistanceLaunch = z.output<typeof AssistanceLaunch>;

export const AssistanceHistory = z.strictObject({
  /** Newest first. */
  records: z.array(AssistanceRecord).max(100),
  total: z.number().int().min(0),
});
export type AssistanceHistory = z.output<typeof AssistanceHistory>;

const ProcessId = z.number().int().min(2).max(4_194_304);
const OneRequest = z.strictObject({ requestId: AssistanceRequestId });

/** Remote assistance: the service decides, an app shows the question and starts what the service lets it start. */
export const assistanceCalls = {
  /** This connection belongs to an app that can put requests before a person; holds until the connection ends. */
  attend: call({ access: 'write', input: z.void(), output: z.void(), fails: [] }),
  /**
   * The person's answer to the open request of this id, who is whom the system shows at the other end, never whom it names; `cannot-show` = there is no screen, or it is locked. Allowed, it
   * gives the grant for exactly this request, null for what needs none.
   */
  answer: call({
    access: 'write',
    input: z.strictObject({
      ...OneRequest.shape,
      decision: z.enum(['allow', 'deny', 'cannot-show']),
      /** The language of the notice that was shown. */
      language: z.enum(LOCALES),
    }),
    output: z.strictObject({ grant: AssistanceGrant.nullable() }),
    fails: ['assistance-request-gone', 'assistance-not-recorded'],
  }),
  /** Uses the grant up; whoever gets the answer starts the client at once and says what becomes of it. */
  launch: call({
    access: 'write',
    input: z.strictObject({ ...OneRequest.shape, grant: AssistanceGrant }),
    output: AssistanceLaunch,
    fails: ['assistance-grant-invalid', 'assistance-not-recorded'],
  }),
  /** The client runs under this process id, so that the service can end it when the app is gone. */
  started: call({
    access: 'write',
    input: z.strictObject({ ...OneRequest.shape, processId: ProcessId }),
    output: z.void(),
    fails: [],
  }),
  /**
   * Takes a session over from a connection that broke and belonged to the same app. The client runs under this process
   * id; null = it is still being started.
   */
  resume: call({
    access: 'write',
    input: z.strictObject({ ...OneRequest.shape, lifeline: Lifeline, processId: ProcessId.nullable() }),
    output: z.void(),
    fails: ['assistance-request-gone'],
  }),
  /** The client has ended, or could not be started for the reason given. */
  clientGone: call({
    access: 'write',
    input: z.strictObject({ ...OneRequest.shape, failure: z.enum(ERROR_CODES).nullable() }),
    output: z.void(),
    fails: [],
  }),
  /** Cuts the running session now, whatever the network does; denies an open request. */
  stop: call({
    access: 'write',
    input: z.void(),
    output: z.strictObject({ hasEnded: z.boolean() }),
    fails: [],
  }),
  /** The person at the screen lets the session last for another 60 minutes from now. */
  extend: call({
    access: 'write',
    input: OneRequest,
    output: z.void(),
    fails: ['assistance-request-gone', 'assistance-not-recorded'],
  }),
  /** Counts the permission of the settings anew from now. */
  permitAgain: call({
    access: 'write',
    input: z.void(),
    output: z.strictObject({
      allowed: z.boolean(),
      until: Timestamp.nullable(),
      unmet: z.array(z.enum(PRECONDITIONS)).max(PRECONDITIONS.length),
    }),
    fails: [],
  }),
  /** Requests that a person was asked, with what became of them; from the newest, `skip` left out. */
  history: call({
    access: 'read',
    input: z.strictObject({ skip: z.number().int().min(0).max(100_000) }),
    output: AssistanceHistory,
    fails: [],
  }),
} as const;
