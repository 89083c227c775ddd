import { AppError } from '@shared/errors/app-error';
import { Settings, viewOf } from '@shared/domain/settings/settings';
import {
  AnswerHeldBack,
  type HttpAnswer,
  type HttpClient,
  type HttpRequest,
} from '@electron/service/ports/http-client';
import { stoppedStatus } from '@shared/domain/status/stopped-status';
import type { Status } from '@shared/domain/status/status';
import { BackOfficeConnection } from './back-office-connection';
import type { ConnectionDependencies, ConnectionReport } from './connection-dependencies';

type Answer = { status: number; body?: unknown; headers?: Record<string, string> };
type Handler = (request: HttpRequest) => Answer | AppError | Promise<Answer>;

/** A back office in memory behind the HTTP port: what the state machine can see of one. */
export class ModelOffice {
  readonly requests: HttpRequest[] = [];
  readonly tokens = new Set<string>();
  readonly answers = new Map<string, Handler>();
  readonly feed: unknown[] = [];
  open = 0;
  /** What its answers allow the next poll to wait, in seconds. */
  waitSeconds: number | undefined;
  /** Something on the way holds every answer back until it is complete. */
  isHeldBack = false;
  #registrations = 0;
  #polls = new Set<() => void>();

  count(operation: string): number {
    return this.requests.filter((request) => this.#operationOf(request) === operation).length;
  }

  send(event: { id: string; type: string } & Record<string, unknown>): void {
    this.feed.push({ at: '2026-03-01T12:00:00Z', ...event });
    this.wake();
  }

  /** Ends every poll that waits. */
  wake(): void {
    for (const wake of this.#polls) wake();
  }

  get polling(): number {
    return this.#polls.size;
  }

  readonly http: HttpClient = {
    open: () => Promise.reject(new Error('there are no downloads here')),
    request: async (request) => {
      request.signal?.throwIfAborted();
      this.requests.push(request);
      const operation = this.#operationOf(request);
      const answer = await (this.answers.get(operation) ?? this.#usual(operation))(request);
      request.signal?.throwIfAborted();
      if (answer instanceof AppError) throw answer;
      const { status, body = null, headers = {} } = answer;
      return { status, headers, body: new TextEncoder().encode(JSON.stringify(body)) } satisfies HttpAnswer;
    },
    close: () => {
      this.open -= 1;
      return Promise.resolve();
    },
  };

  #operationOf({ method, path }: HttpRequest): string {
    if (method === 'POST') return path === '/installations' ? 'register' : 'report';
    return method === 'PUT' ? 'status' : (/\/(events|licence-index)/.exec(path)?.[1] ?? 'other');
  }

  #usual(operation: string): Handler {
    if (operation === 'register') return () => this.#register();
    return (request) => {
      const [, token = ''] = (request.headers?.['Authorization'] ?? '').split(' ');
      if (!this.tokens.has(token)) return { status: 401, body: { status: 401, code: 'token-invalid' } };
      if (operation === 'events') return this.#events(request);
      return { status: 200, body: { serverTime: new Date().toISOString(), heartbeatSeconds: 900 } };
    };
  }

  #register(): Answer {
    this.#registrations += 1;
    const token = `token-${this.#registrations}`;
    this.tokens.clear();
    this.tokens.add(token);
    // With what turns a line of text round, and what nobody sees: it is shown without.
    const organisation = { id: 'SO-1', name: 'Serv\u202eice\u200b Ltd', phone: '+39\u2066 02' };
    const serverTime = new Date().toISOString();
    return {
      status: 201,
      body: { installationId: 'i-1', token, organisation, heartbeatSeconds: 900, serverTime },
    };
  }

  async #events(request: HttpRequest): Promise<Answer> {
    const query = new URLSearchParams(request.path.split('?')[1]);
    const start = Number(query.get('after') ?? 0);
    if (this.feed.length <= start && query.get('wait') !== '0') await this.#hold(request);
    const body = { cursor: String(this.feed.length), events: this.feed.slice(start) };
    const { waitSeconds } = this;
    return { status: 200, body: waitSeconds === undefined ? body : { ...body, waitSeconds } };
  }

  #hold({ signal, held, path }: HttpRequest): Promise<void> {
    const seconds = Number(new URLSearchParams(path.split('?')[1]).get('wait'));
    return new Promise((resolve, reject) => {
      const abort = () => {
        reject(signal?.reason as Error);
        end();
      };
      const end = () => {
        clearTimeout(timer);
        clearInterval(blanks);
        clearTimeout(limit);
        this.#polls.delete(end);
        signal?.removeEventListener('abort', abort);
        resolve();
      };
      const timer = setTimeout(end, seconds * 1000);
      const blanks = held && setInterval(held.onPiece, 50_000);
      const givesUp = this.isHeldBack ? held : undefined;
      const heldBack = new AppError('back-office-timed-out', {}, new AnswerHeldBack());
      const giveUp = () => {
        reject(heldBack);
        end();
      };
      const limit = givesUp && setTimeout(giveUp, givesUp.firstByteMs);
      this.#polls.add(end);
      signal?.addEventListener('abort', abort);
    });
  }
}

const complete = { enabled: true, serviceOrganisationId: 'SO-1', verificationCode: 'a.b.c.d.e' };
export const settingsWith = (remoteService: object = {}, rest: object = {}) =>
  Settings.parse({ remoteService: { ...complete, ...remoteService }, ...rest });

const tokensIn = (keychain: Map<string, string>): ConnectionDependencies['tokens'] => ({
  get: (name) => Promise.resolve(keychain.get(name) ?? null),
  set: (name, value) => Promise.resolve(void keychain.set(name, value)),
  delete: (name) => Promise.resolve(void keychain.delete(name)),
});

/** A connection with everything around it in memory. */
export const createSubject = (office: ModelOffice, options: Partial<ConnectionDependencies> = {}) => {
  const keychain = new Map<string, string>();
  const audit: string[] = [];
  const reports: ConnectionReport[] = [];
  /** When the licence was asked for, ms since the epoch. */
  const renewals: number[] = [];
  const status: Status = stoppedStatus(
    viewOf(settingsWith()),
    { version: '1', mode: 'embedded', isStarting: false },
    0,
  );
  const surroundings = {
    serialNumber: 'SN-1' as string | null,
    hasLicenceServer: true,
    isOperatorPresent: false,
    status,
  };
  const connection = new BackOfficeConnection({
    address: 'https://back-office.example/api/v1',
    certificates: [],
    facts: { product: 'P', serviceVersion: '1.0.0', platform: 'linux-x64', hostName: 'h', locale: 'en-GB' },
    stateFolder: '/state',
    tokens: tokensIn(keychain),
    openSecret: () => Promise.resolve('7Q4-KM2-XP9'),
    openHttp: () => {
      office.open += 1;
      return Promise.resolve(office.http);
    },
    serialNumber: () => surroundings.serialNumber,
    hasLicenceServer: () => surroundings.hasLicenceServer,
    status: () => surroundings.status,
    isOperatorPresent: () => surroundings.isOperatorPresent,
    checkReleases: () => Promise.resolve('done'),
    renewLicence: () => {
      renewals.push(Date.now());
      return Promise.resolve('done');
    },
    pollAnswered: () => undefined,
    assistance: { requested: () => undefined, withdrawn: () => undefined, ended: () => undefined },
    publish: (report) => void reports.push(report),
    auditEnd: () => Promise.resolve(null),
    audit: { append: (kind) => Promise.resolve(void audit.push(kind)) },
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    clock: { now: () => Date.now() },
    random: () => 0.5,
    firstContactSpreadMs: 0,
    ...options,
  });
  return {
    connection,
    keychain,
    audit,
    reports,
    renewals,
    surroundings,
    now: () => reports.at(-1)?.connection,
  };
};
