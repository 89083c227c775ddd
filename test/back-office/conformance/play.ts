import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import https from 'node:https';
import path from 'node:path';
import { rootCertificates } from 'node:tls';
import axios, { type InternalAxiosRequestConfig } from 'axios';
import { Problem, type Installation } from '@shared/back-office/answers';
import type { Registration } from '@shared/back-office/requests';
import type { VendorProfile } from '@shared/domain/connection/vendor-profile';
import type { LicenceIndex, Release } from '@shared/domain/licence/format/licence-claims';
import type { KeySet } from '@shared/domain/licence/format/key-set';
import { systemClock } from '@shared/domain/time/clock';
import type { HttpAnswer, HttpClient } from '@electron/service/ports/http-client';
import {
  createBackOfficeClient,
  type BackOfficeClient,
  type EventsReply,
} from '@electron/service/back-office/client/back-office-client';
import { parseJson } from '@electron/service/back-office/client/parse-json';
import { createHttpClient } from '@electron/service/network/http/electron-http-client';
import { headersOf } from '@electron/service/network/http/answer-head';

const DEADLINE_MS = 30_000;
const MAX_BYTES = 65_536;

/** A promise of the API that this back office does not keep; the message is for the person who writes it. */
export class BrokenPromise extends Error {}

/** There was nothing to try the promise with; the message says how there would be. */
export class NotTried extends Error {}

/** One answer of the back office, as it came. */
export type Exchange = { call: string; status: number; headers: Readonly<Record<string, string>> };

export type PlayOptions = {
  address: string;
  profile: VendorProfile;
  /** The first key set of the profile, its signatures checked. */
  keySet: KeySet;
  organisationId: string;
  verificationCode: string;
  serialNumber: string;
};

type Call = {
  token?: string;
  body?: unknown;
  /** The idempotency key; a new one where it is missing. */
  key?: string;
  accept?: readonly string[];
};

/** A client at work on one back office, with what it has learned so far. */
export type Play = PlayOptions & {
  registration: Registration;
  http: HttpClient;
  client: BackOfficeClient;
  exchanges: readonly Exchange[];
  signal: AbortSignal;
  /** One call without the client's own judgement of the answer's status. */
  send(method: 'GET' | 'POST' | 'PUT', path: string, call?: Call): Promise<HttpAnswer>;
  /** Learned on the way; missing where the promise that brings it is broken. */
  learned: {
    installation?: Installation;
    firstPoll?: EventsReply;
    licenceIndex?: LicenceIndex;
    releases?: Release[];
    lastByte?: number;
  };
};

const versionOfProgram = (): string => {
  const file = path.resolve(import.meta.dirname, '../../../package.json');
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
};

/** The transport of the client over Node's own HTTPS; each answer is noted before anything judges it. */
const recordingTransport = (profile: VendorProfile, exchanges: Exchange[]) => {
  const httpsAgent = new https.Agent({ ca: [...rootCertificates, ...profile.certificates], keepAlive: true });
  const send = axios.getAdapter('http');
  const adapter = async (config: InternalAxiosRequestConfig) => {
    const response = await send(config);
    const { pathname } = new URL(config.url ?? '');
    const call = `${(config.method ?? 'get').toUpperCase()} ${pathname}`;
    exchanges.push({ call, status: response.status, headers: headersOf(response) });
    return response;
  };
  return { transport: { adapter, httpsAgent }, end: () => httpsAgent.destroy() };
};

/** Makes a client of one back office; nothing is sent yet. Throws `back-office-address-refused`. */
export const startPlay = (options: PlayOptions): Play & { end(): void } => {
  const exchanges: Exchange[] = [];
  const version = versionOfProgram();
  const { transport, end } = recordingTransport(options.profile, exchanges);
  const { address } = options;
  const http = createHttpClient({ address, userAgent: `remote-service/${version}`, transport });
  const { signal } = new AbortController();
  return {
    ...options,
    ...{ http, exchanges, signal, end, learned: {} },
    client: createBackOfficeClient(http, systemClock),
    registration: {
      serviceOrganisationId: options.organisationId,
      verificationCode: options.verificationCode,
      serialNumber: options.serialNumber,
      product: options.profile.product,
      productVersion: null,
      serviceVersion: version,
      platform: 'linux-x64',
      hostName: 'conformance-run',
      locale: 'en-GB',
    },
    send: (method, target, { token, body, key = randomUUID(), accept = ['application/json'] } = {}) =>
      http.request({
        ...{ method, path: target, accept, maxBytes: MAX_BYTES, deadlineMs: DEADLINE_MS, signal },
        headers: {
          ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
          ...(body === undefined ? {} : { 'Idempotency-Key': key }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
  };
};

/** What the promises before this one have brought. */
export const learnedBefore = <K extends keyof Play['learned']>(
  { learned }: Play,
  name: K,
): NonNullable<Play['learned'][K]> => {
  const value = learned[name];
  if (value === undefined) throw new NotTried('An earlier promise, on which this one builds, is broken.');
  return value;
};

/** The installation's own path, and its session. */
export const sessionOf = (play: Play) => {
  const { installationId, token } = learnedBefore(play, 'installation');
  const below = (rest: string) => `/installations/${encodeURIComponent(installationId)}${rest}`;
  return { session: { installationId, token }, token, below };
};

/** The answer has to be a problem document with this status and one of these codes; any code where none is given. */
export const expectRefusal = (
  answer: HttpAnswer,
  statuses: readonly number[],
  codes: readonly string[] = [],
): void => {
  const expected = `${statuses.join(' or ')}${codes.length === 0 ? '' : ` ${codes.join(' or ')}`}`;
  if (!statuses.includes(answer.status)) {
    throw new BrokenPromise(`The answer was ${answer.status}, not ${expected}.`);
  }
  const problem = Problem.safeParse(parseJson(answer.body));
  if (!problem.success) throw new BrokenPromise(`The ${answer.status} has no problem document with a code.`);
  const { code, status } = problem.data;
  if (status !== answer.status) throw new BrokenPromise(`The problem document says ${status}.`);
  if (codes.length > 0 && !codes.includes(code)) {
    throw new BrokenPromise(`The code was ${code}, not ${codes.join(' or ')}.`);
  }
};

/** A client error of any kind, as long as it is told in a problem document. */
export const ANY_REFUSAL = [400, 401, 403, 404, 409, 410, 422] as const;
