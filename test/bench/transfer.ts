import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { HttpAnswer, HttpClient, HttpRequest } from '@electron/service/ports/http-client';
import {
  createSubject,
  ModelOffice,
  settingsWith,
} from '@electron/service/back-office/connection/back-office-connection.fixture';
import { inVirtualTime } from './virtual-time';
import { printTable } from './table';

const DAY_MS = 86_400_000;
/** Per installation and idle day: a poll and a heartbeat each 15 min, a look for a licence every 6 h, and some reserve. */
const BUDGET = { requests: 260, bytes: 400_000 };
/** What the reference back office allows. */
export const WAIT_SECONDS = 1800;

/** The headers that Chromium adds to a request: Host, Connection, Accept-Encoding, Accept-Language, User-Agent, Sec-Fetch-*. */
const ADDED_TO_REQUEST = 320;
/** Status line, Date, Content-Type, Content-Length, Connection, Keep-Alive. */
const HEAD_OF_ANSWER = 190;
/** TLS 1.3 records: one for the question, one for the answer. */
const AROUND_EXCHANGE = 2 * 22;
/** A blank of a poll that is held open: a piece of HTTP in a record of TLS. */
const BLANK = 28;
const BLANKS = 'blanks';
const CONNECTIONS = 'new connections';
/** TLS 1.3 with a chain of two certificates. */
const NEW_CONNECTION = 4600;
/** So soon a server gives up a connection that nobody uses; the poll keeps one busy. */
const IDLE_CONNECTION_MS = 5000;
const INDEX_BYTES = 900;

type Sum = { requests: number; bytes: number };

/** Counts what passes as it would on the wire, by kind of call. */
class Meter {
  readonly kinds = new Map<string, Sum>();
  #freeAt: number[] = [];

  over(http: HttpClient): HttpClient {
    return {
      close: () => http.close(),
      open: (download) => http.open(download),
      request: async (wish) => {
        const kind = wish.path.replace(/\?.*/, '').replace(/^\/installations\/[^/]+/, '/installations/*');
        this.#connect();
        this.#add(`${wish.method} ${kind}`, sizeOf(wish), 1);
        const onPiece = () => {
          this.#add(BLANKS, BLANK, 1);
          wish.held?.onPiece();
        };
        const counted = wish.held === undefined ? wish : { ...wish, held: { ...wish.held, onPiece } };
        try {
          const answer = await http.request(counted);
          this.#add(`${wish.method} ${kind}`, sizeOfAnswer(answer), 0);
          return answer;
        } finally {
          this.#freeAt.push(Date.now());
        }
      },
    };
  }

  #connect() {
    this.#freeAt = this.#freeAt.filter((freeAt) => Date.now() - freeAt < IDLE_CONNECTION_MS);
    if (this.#freeAt.pop() === undefined) this.#add(CONNECTIONS, NEW_CONNECTION, 1);
  }

  #add(kind: string, bytes: number, requests: number) {
    const before = this.kinds.get(kind) ?? { requests: 0, bytes: 0 };
    this.kinds.set(kind, { requests: before.requests + requests, bytes: before.bytes + bytes });
  }
}

const sizeOf = ({ method, path: target, headers = {}, body = '', accept }: HttpRequest) => {
  const lines = Object.entries({ ...headers, Accept: accept.join(', ') }).map(
    ([name, value]) => `${name}: ${value}`,
  );
  const head = [`${method} /api/v1${target} HTTP/1.1`, ...lines].join('\r\n').length;
  return head + ADDED_TO_REQUEST + Buffer.byteLength(body) + AROUND_EXCHANGE;
};
const sizeOfAnswer = ({ body }: HttpAnswer) => HEAD_OF_ANSWER + body.byteLength;

const liveADay = async (stateFolder: string, waitSeconds: number | undefined): Promise<Meter> => {
  const meter = new Meter();
  const office = new ModelOffice();
  office.waitSeconds = waitSeconds;
  const http = meter.over(office.http);
  const subject = createSubject(office, {
    stateFolder,
    random: Math.random,
    openHttp: () => Promise.resolve(http),
    renewLicence: async () => {
      const index = new Uint8Array(INDEX_BYTES);
      const asking = {
        method: 'GET',
        path: '/installations/i-1/licence-index?nonce=AAAAAAAAAAAAAAAAAAAAAA',
      } as const;
      const whole = { ...asking, accept: ['application/jose'], maxBytes: 16_384, deadlineMs: 30_000 };
      await meter
        .over({ ...http, request: () => Promise.resolve({ status: 200, headers: {}, body: index }) })
        .request(whole);
      return 'done';
    },
  });
  await inVirtualTime(Date.parse('2026-03-01T00:00:00Z'), async ({ pass, until }) => {
    subject.connection.apply(settingsWith());
    await until(() => subject.now()?.state === 'connected');
    await pass(60_000);
    // The first contact belongs to no idle day.
    meter.kinds.clear();
    await pass(DAY_MS);
    await subject.connection.stop();
  });
  return meter;
};

type IdleDay = { rows: ({ kind: string } & Sum)[]; requests: number; connections: number; bytes: number };

/** What an installation costs on a day on which nothing happens; `waitSeconds`: how long the back office holds a poll, if it says so. */
export const idleDay = async (waitSeconds: number | undefined): Promise<IdleDay> => {
  const stateFolder = await mkdtemp(path.join(os.tmpdir(), 'transfer-'));
  const { kinds } = await liveADay(stateFolder, waitSeconds).finally(() =>
    rm(stateFolder, { recursive: true }),
  );
  const rows = [...kinds].map(([kind, sum]) => ({ kind, ...sum }));
  const calls = rows.filter(({ kind }) => kind !== BLANKS && kind !== CONNECTIONS);
  return {
    rows,
    requests: calls.reduce((sum, row) => sum + row.requests, 0),
    connections: kinds.get(CONNECTIONS)?.requests ?? 0,
    bytes: rows.reduce((sum, row) => sum + row.bytes, 0),
  };
};

/** Says whether an idle day keeps to its budget of requests and bytes. */
export const measureTransfer = async (): Promise<boolean> => {
  const { rows, requests, bytes } = await idleDay(WAIT_SECONDS);
  const share = (used: number, allowed: number) => `${((used / allowed) * 100).toFixed(0)} %`;
  printTable(
    'An idle day of one installation',
    ['what', 'number', 'KiB'],
    [
      ...rows.map((row) => [row.kind, row.requests, (row.bytes / 1024).toFixed(1)]),
      ['requests and bytes', requests, (bytes / 1024).toFixed(1)],
      ['of the budget', share(requests, BUDGET.requests), share(bytes, BUDGET.bytes)],
    ],
  );
  return requests <= BUDGET.requests && bytes <= BUDGET.bytes;
};
