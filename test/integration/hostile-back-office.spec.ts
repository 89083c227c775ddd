import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { connectToService, type ServiceLink } from '@electron/link/service-client';
import type { ConnectionReason } from '@shared/errors/error-catalogue';
import { startBackOffice, type BackOffice } from '../back-office/back-office';
import type { BehaviourRule } from '../back-office/misbehaviour/behaviour-rules';
import { startFaultProxy, type FaultProxy, type Faults } from '../support/network/fault-proxy';
import { processesOf } from '../support/processes/processes';
import { configure, createProgram, type Program } from '../support/program';

const MIB = 1024;
const MOST_GROWTH = 30 * MIB;
/** A call that gets no answer is given up by the service after 30 s. */
const PATIENCE = 60_000;

let office: BackOffice;
let way: FaultProxy;
let program: Program;
let link: ServiceLink;
let before: number;

/** KiB that the service holds and shares with nobody, all of its processes together. */
const memory = () =>
  processesOf(program.base)
    .map((pid) => readFileSync(`/proc/${pid}/status`, 'utf8'))
    .reduce((sum, facts) => sum + Number(/^RssAnon:\s+(\d+)/m.exec(facts)?.[1] ?? 0), 0);

const connection = async () => {
  const reply = await link.client.status.read();
  if (!reply.ok) throw new Error(reply.error.code);
  return reply.value.status.connection;
};
const becomes = (expected: object, timeout = 20_000) =>
  vi.waitFor(async () => expect(await connection()).toMatchObject(expected), { timeout, interval: 50 });

const behave = (behaviour: BehaviourRule['behaviour'], route = '*') =>
  office.setBehaviour([{ route, behaviour }]);
const spoil = (faults: Faults) => {
  way.set(faults);
  way.resetAll();
};
/** Ends the poll that is open, so that the service has something to say now. */
const stir = () => office.sendEvent({ type: 'check-in' });

beforeAll(async () => {
  office = await startBackOffice();
  way = await startFaultProxy(office.port);
  const backOffice = `https://127.0.0.1:${way.port}/api/v1`;
  program = await createProgram({ vendorProfile: { ...office.vendorProfile, backOffice } });
  await configure(program, office);
  await program.startService();
  const target = { runFolder: `${program.home}/run`, role: 'operator', build: 'test' } as const;
  link = await vi.waitFor(() => connectToService(target), { timeout: 20_000, interval: 100 });
  await becomes({ state: 'connected' });
  // Memory that is filled once does not count as growth caused by an attacker.
  behave({ does: 'endless-stream' });
  stir();
  await becomes({ state: 'failed' });
  office.setBehaviour([]);
  await becomes({ state: 'connected' });
  before = memory();
});
afterAll(async () => {
  link.close();
  await program.end();
  await way.stop();
  await office.close();
});

const raw = (...lines: string[]) => ({ does: 'raw', text: lines.join('\r\n') }) as const;
const OK = ['HTTP/1.1 200 OK', 'Content-Type: application/json'];
const status = (code: number, retryAfter?: string) =>
  ({ does: 'status', status: code, ...(retryAfter === undefined ? {} : { retryAfter }) }) as const;

type Row = [string, ConnectionReason, () => void];
const answers =
  (...given: Parameters<typeof behave>) =>
  () => {
    behave(...given);
    stir();
  };

const PASSING: Row[] = [
  ['403', 'back-office-forbids', answers(status(403))],
  ['404', 'back-office-not-there', answers(status(404))],
  ['429 with a date to come back at', 'back-office-busy', answers(status(429, new Date(0).toUTCString()))],
  ['500', 'back-office-error', answers(status(500))],
  ['503 with seconds to wait', 'back-office-busy', answers(status(503, '1'))],
  ['a sign-in page', 'sign-in-page', answers({ does: 'sign-in-page' })],
  [
    'a way to a sign-in page',
    'sign-in-page',
    answers({ does: 'redirect', location: 'http://192.0.2.1/login' }),
  ],
  ['a redirect that leads to itself', 'redirect-refused', answers({ does: 'redirect', location: '' })],
  ['an endless body', 'answer-too-large', answers({ does: 'endless-stream' })],
  ['a gzip bomb', 'answer-too-large', answers({ does: 'gzip-bomb' })],
  ['a large body', 'answer-too-large', answers({ does: 'too-large' })],
  ['a body cut short', 'answer-unusable', answers({ does: 'cut', at: 'body' })],
  ['junk', 'answer-unusable', answers({ does: 'junk' })],
  [
    'half a document without a length',
    'answer-unusable',
    answers(raw('HTTP/1.0 200 OK', ...OK.slice(1), '', '{"cur')),
  ],
  [
    'two lengths',
    'answer-unusable',
    answers(raw(...OK, 'Content-Length: 3', 'Content-Length: 5', '', 'hello')),
  ],
  ['no status line', 'answer-unusable', answers(raw('rubbish', '', ''))],
  ['a connection cut in the middle', 'back-office-unreachable', answers({ does: 'cut', at: 'request' })],
  ['connections that are reset', 'back-office-unreachable', () => spoil({ refuses: true })],
  [
    'a reset in the middle of a body',
    'answer-unusable',
    () => {
      behave({ does: 'too-large', bytes: 60_000 });
      spoil({ cutAfter: 30_000, then: 'reset' });
    },
  ],
  ['a body that drips', 'back-office-timed-out', answers({ does: 'drip' }, 'PUT *')],
];

describe('a service whose back office is hostile (T37)', { timeout: 2 * PATIENCE }, () => {
  it.each(PASSING)('names %s %s, comes back by itself and does not grow', async (_what, reason, begin) => {
    await becomes({ state: 'connected' });
    begin();
    await becomes({ state: 'failed', reason }, PATIENCE);
    const { nextTry } = await connection();
    expect(Date.parse(nextTry ?? '')).toBeLessThanOrEqual(Date.now() + 31_000);
    office.setBehaviour([]);
    way.set({});
    await becomes({ state: 'connected', reason: null, nextTry: null }, PATIENCE);
    expect(memory() - before).toBeLessThan(MOST_GROWTH);
  });

  it.each([
    ['401', 'token-refused', { does: 'token-invalid' }, 'PUT *'],
    ['410', 'installation-removed', { does: 'installation-removed' }, 'PUT *'],
  ] as const)('stops at %s, and goes on when a person asks', async (_what, reason, behaviour, route) => {
    await becomes({ state: 'connected' });
    behave(behaviour, route);
    stir();
    await becomes({ state: 'failed', reason, nextTry: null });
    const asked = office.requests.length;
    office.setBehaviour([]);
    await link.client.connection.tryNow();
    await becomes({ state: 'connected' });
    expect(office.requests.length).toBeGreaterThan(asked);
    expect(memory() - before).toBeLessThan(MOST_GROWTH);
  });

  it('refuses a licence that is too large, and installs the next good one', async () => {
    await becomes({ state: 'connected' });
    const large = raw('HTTP/1.1 200 OK', 'Content-Type: application/jose', '', 'a'.repeat(100_000));
    behave(large, 'GET /installations/*/licence-index');
    office.issueLicence({ kind: 'add-users', users: 1 });
    await becomes({ state: 'failed', reason: 'answer-too-large' });
    office.setBehaviour([]);
    const { sequence } = office.issueLicence({ kind: 'add-users', users: 2 });
    await becomes({ state: 'connected' }, PATIENCE);
    const installed = async () => {
      const reply = await link.client.status.read();
      return reply.ok ? reply.value.status.licence?.sequence : undefined;
    };
    await expect.poll(installed, { timeout: 20_000 }).toBe(sequence);
    expect(memory() - before).toBeLessThan(MOST_GROWTH);
  });

  it('polls on afterwards, as if nothing had been', async () => {
    await becomes({ state: 'connected' });
    const isPolling = () => office.view().installation?.isPolling;
    const heartbeats = () => office.requests.filter(({ method }) => method === 'PUT').length;
    await expect.poll(isPolling).toBe(true);
    const told = heartbeats();
    stir();
    await expect.poll(heartbeats).toBe(told + 1);
    await expect.poll(isPolling).toBe(true);
  });
});
