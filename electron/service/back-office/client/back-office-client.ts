import type { z } from 'zod';
import { EventsAnswer, Installation, StatusAnswer } from '@shared/back-office/answers';
import {
  AssistanceAnswer,
  AssistanceEnd,
  LicenceReport,
  Registration,
  StatusReport,
} from '@shared/back-office/requests';
import { AppError } from '@shared/errors/app-error';
import type { ConnectionReason, ErrorCode } from '@shared/errors/error-catalogue';
import type { Clock } from '@shared/domain/time/clock';
import type { HttpAnswer, HttpClient, HttpRequest } from '@electron/service/ports/http-client';
import type { FilePart, FileWish } from '@electron/service/ports/release-source';
import { answerError, LICENCE_CODES, REGISTER_CODES } from './answer-error';
import { IdempotencyKeys } from './idempotency-keys';
import type { BackOfficeSession } from './back-office-session';
import { openReleaseFile } from './release-file';
import { parseJson } from './parse-json';

const KIB = 1024;
const DEADLINE_MS = 30_000;
/** The time that a long poll may take beyond its wait. */
const POLL_GRACE_MS = 15_000;
/** Beyond this the back office has allowed the wait, and sends a blank at once and then every 50 seconds. */
export const PLAIN_WAIT_SECONDS = 50;
const FIRST_BLANK_MS = 15_000;
const BETWEEN_BLANKS_MS = 62_000;
const JSON_ONLY = ['application/json'];
/** One licence that is not there says nothing about the back office. */
const ONE_LICENCE = { accept: ['application/jose'], missing: 'back-office-error' } as const;

/** A request that is not known there says nothing about the back office either. */
const ASSISTANCE = { method: 'POST', missing: 'back-office-error' } as const;

export type StatusReply = z.output<typeof StatusAnswer>;
export type EventsReply = z.output<typeof EventsAnswer>;

/**
 * The operations of `shared/back-office/back-office-api.yaml`, each one request. Bodies are parsed on both ways; errors are `AppError`s with a
 * connection reason, or `no-licence`.
 */
export interface BackOfficeClient {
  register(registration: Registration, signal: AbortSignal): Promise<Installation>;
  reportStatus(session: BackOfficeSession, report: StatusReport, signal: AbortSignal): Promise<StatusReply>;
  /**
   * Waits up to `waitSeconds` for an event behind the cursor; null = from the oldest one kept. A wait of more than
   * `PLAIN_WAIT_SECONDS` is held open with blanks: `onBlank` is called for each piece of its answer.
   */
  nextEvents(
    session: BackOfficeSession,
    poll: { after: string | null; waitSeconds: number; onBlank?: () => void },
    signal: AbortSignal,
  ): Promise<EventsReply>;
  licenceIndex(session: BackOfficeSession, nonce: string, signal: AbortSignal): Promise<Uint8Array>;
  licencePackage(session: BackOfficeSession, licenceId: string, signal: AbortSignal): Promise<Uint8Array>;
  keySet(signal: AbortSignal): Promise<Uint8Array>;
  reportLicence(session: BackOfficeSession, report: LicenceReport, signal: AbortSignal): Promise<void>;
  releaseIndex(session: BackOfficeSession, nonce: string, signal: AbortSignal): Promise<Uint8Array>;
  /** Begins the download of an installer, or goes on with it. */
  releaseFile(session: BackOfficeSession, wish: FileWish, signal: AbortSignal): Promise<FilePart>;
  /** `key` = the idempotency key, kept by the caller over restarts. */
  answerAssistance(
    session: BackOfficeSession,
    report: { requestId: string; body: AssistanceAnswer; key: string },
    signal: AbortSignal,
  ): Promise<void>;
  assistanceEnded(
    session: BackOfficeSession,
    report: { requestId: string; body: AssistanceEnd; key: string },
    signal: AbortSignal,
  ): Promise<void>;
}

type Call = Pick<HttpRequest, 'method' | 'path' | 'maxBytes' | 'accept' | 'signal' | 'held'> & {
  session?: BackOfficeSession;
  body?: unknown;
  deadlineMs?: number;
  codes?: readonly ErrorCode[];
  /** The idempotency key, where the caller has one of its own. */
  key?: string;
  /** The reason for a path where there is nothing. */
  missing?: ConnectionReason;
};

const take = <S extends z.ZodType>(schema: S, { body }: HttpAnswer): z.output<S> => {
  const parsed = schema.safeParse(parseJson(body));
  if (!parsed.success) throw new AppError('answer-unusable', {}, parsed.error);
  return parsed.data;
};

const pathOf = ({ installationId }: BackOfficeSession, rest: string) =>
  `/installations/${encodeURIComponent(installationId)}${rest}`;

const createSender = (http: HttpClient, clock: Clock) => {
  const keys = new IdempotencyKeys();
  return async ({
    session,
    body,
    codes = [],
    missing = 'back-office-not-there',
    deadlineMs = DEADLINE_MS,
    key,
    ...call
  }: Call): Promise<HttpAnswer> => {
    const text = body === undefined ? undefined : JSON.stringify(body);
    const name = `${call.method} ${call.path} ${text ?? ''}`;
    const answer = await http.request({
      ...call,
      deadlineMs,
      headers: {
        ...(session === undefined ? {} : { Authorization: `Bearer ${session.token}` }),
        ...(text === undefined ? {} : { 'Idempotency-Key': key ?? keys.keyFor(name) }),
      },
      ...(text === undefined ? {} : { body: text }),
    });
    const isOk = answer.status >= 200 && answer.status < 300;
    // After a 5xx or 429 the same request may be sent again, and must be known as the same.
    if (isOk || (answer.status < 500 && answer.status !== 429)) keys.answered(name);
    if (isOk) return answer;
    throw answerError(answer, { codes, missing, hasToken: session !== undefined, now: clock.now() });
  };
};

const eventsPath = (session: BackOfficeSession, after: string | null, waitSeconds: number) => {
  const query = new URLSearchParams({ ...(after === null ? {} : { after }), wait: String(waitSeconds) });
  return pathOf(session, `/events?${query.toString()}`);
};

type Send = ReturnType<typeof createSender>;

const JSON_BODY = { accept: JSON_ONLY, maxBytes: 64 * KIB };

const installationCalls = (
  send: Send,
): Pick<BackOfficeClient, 'register' | 'reportStatus' | 'nextEvents'> => ({
  register: async (registration, signal) => {
    const body = Registration.parse(registration);
    const call = { ...JSON_BODY, method: 'POST', path: '/installations', codes: REGISTER_CODES } as const;
    return take(Installation, await send({ ...call, body, signal }));
  },
  reportStatus: async (session, report, signal) => {
    const call = { ...JSON_BODY, method: 'PUT', path: pathOf(session, '/status') } as const;
    return take(StatusAnswer, await send({ ...call, body: StatusReport.parse(report), signal, session }));
  },
  nextEvents: async (session, { after, waitSeconds, onBlank = () => undefined }, signal) => {
    const path = eventsPath(session, after, waitSeconds);
    const blanks = { firstByteMs: FIRST_BLANK_MS, pauseMs: BETWEEN_BLANKS_MS, onPiece: onBlank };
    const limits = {
      maxBytes: KIB * KIB,
      deadlineMs: waitSeconds * 1000 + POLL_GRACE_MS,
      ...(waitSeconds > PLAIN_WAIT_SECONDS ? { held: blanks } : {}),
    };
    const answer = await send({ method: 'GET', path, accept: JSON_ONLY, ...limits, signal, session });
    return take(EventsAnswer, answer);
  },
});

const documentCalls = (
  send: Send,
): Pick<
  BackOfficeClient,
  'licenceIndex' | 'licencePackage' | 'keySet' | 'releaseIndex' | 'reportLicence'
> => ({
  licenceIndex: async (session, nonce, signal) => {
    const path = pathOf(session, `/licence-index?nonce=${encodeURIComponent(nonce)}`);
    const limits = { ...ONE_LICENCE, maxBytes: 16 * KIB, codes: LICENCE_CODES };
    return (await send({ method: 'GET', path, signal, session, ...limits })).body;
  },
  licencePackage: async (session, licenceId, signal) => {
    const path = `/licences/${encodeURIComponent(licenceId)}`;
    const limits = { ...ONE_LICENCE, maxBytes: 64 * KIB };
    return (await send({ method: 'GET', path, signal, session, ...limits })).body;
  },
  keySet: async (signal) => {
    const limits = { accept: ['application/jose+json'], maxBytes: 512 * KIB };
    return (await send({ method: 'GET', path: '/key-set', signal, ...limits })).body;
  },
  releaseIndex: async (session, nonce, signal) => {
    const path = pathOf(session, `/release-index?nonce=${encodeURIComponent(nonce)}`);
    const limits = { ...ONE_LICENCE, maxBytes: 256 * KIB };
    return (await send({ method: 'GET', path, signal, session, ...limits })).body;
  },
  reportLicence: async (session, report, signal) => {
    const body = LicenceReport.parse(report);
    const path = pathOf(session, '/licence-reports');
    await send({ ...JSON_BODY, method: 'POST', path, signal, session, body });
  },
});

/** Makes the client of one back office over `http`; it keeps the idempotency keys of requests without an answer. */
export const createBackOfficeClient = (http: HttpClient, clock: Clock): BackOfficeClient => {
  const send = createSender(http, clock);
  return {
    ...installationCalls(send),
    ...documentCalls(send),
    releaseFile: (session, wish, signal) => openReleaseFile(http, clock, session, wish, signal),
    answerAssistance: async (session, { requestId, body, key }, signal) => {
      const call = {
        ...JSON_BODY,
        ...ASSISTANCE,
        path: `/assistance/${encodeURIComponent(requestId)}/answer`,
      };
      await send({ ...call, signal, session, body: AssistanceAnswer.parse(body), key });
    },
    assistanceEnded: async (session, { requestId, body, key }, signal) => {
      const call = {
        ...JSON_BODY,
        ...ASSISTANCE,
        path: `/assistance/${encodeURIComponent(requestId)}/ended`,
      };
      await send({ ...call, signal, session, body: AssistanceEnd.parse(body), key });
    },
  };
};
