import { expect, it, vi } from 'vitest';
import {
  noAssistance,
  type AssistanceQuestion,
  type AssistanceStatus,
} from '@shared/domain/assistance/assistance';
import type { ServiceClient } from '@shared/contract/service/service-contract';
import { createSessionRunner } from './session-runner';

const LINK = 'https://get.teamviewer.com/v15/s12345678';

const question = (requestId: string): AssistanceQuestion => ({
  ...{ requestId, technician: 'Ada', organisation: 'O', ticket: 'T', reason: 'R', access: 'view' },
  ...{ kind: 'session', answerBy: '2026-03-02T09:02:00Z' },
});

const during = (requestId: string | null, state: 'allowed' | 'in-session' | 'ending' = 'allowed') => {
  const session =
    requestId === null
      ? null
      : {
          ...{ ...question(requestId), state, startedAt: null, elapsedSeconds: 0 },
          ...{ expiresAt: '2026-03-02T10:02:00Z', secondsLeft: 3600 },
        };
  return { ...noAssistance(true), session } as AssistanceStatus;
};

/** A client that ends only when the test lets it. */
const createClient = (processId: number) => {
  let leave: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => (leave = resolve));
  return { processId, ended, stop: vi.fn(() => ended), leave };
};

const prepare = () => {
  const clients = [createClient(1), createClient(2)];
  const [first, second] = clients as [ReturnType<typeof createClient>, ReturnType<typeof createClient>];
  let started = 0;
  const calls = {
    answer: ({ requestId }: { requestId: string }) =>
      Promise.resolve({ ok: true, value: { grant: `grant of ${requestId}` } }),
    launch: vi.fn(({ requestId }: { requestId: string }) =>
      Promise.resolve({
        ok: true,
        value: { requestId, provider: 'teamviewer', link: LINK, minimumVersion: null },
      }),
    ),
    started: vi.fn(() => Promise.resolve({ ok: true, value: undefined })),
    clientGone: vi.fn(() => Promise.resolve({ ok: true, value: undefined })),
  };
  const start = vi.fn(() => {
    const client = clients[started];
    started += 1;
    return client === undefined ? Promise.reject(new Error('too many')) : Promise.resolve(client);
  });
  const runner = createSessionRunner({
    provider: { start, find: vi.fn(), identify: vi.fn(), end: vi.fn() },
    service: () => ({ assistance: calls }) as unknown as ServiceClient,
    log: { info: vi.fn(), warn: vi.fn() },
  });
  return { runner, calls, start, first, second };
};

it('starts the client on the grant, and ends it when the service says that the session is over', async () => {
  const { runner, calls, first } = prepare();
  await runner.allow(question('a'), 'en-GB');
  expect(calls.launch).toHaveBeenCalledWith({ requestId: 'a', grant: 'grant of a' });
  expect(calls.started).toHaveBeenCalledWith({ requestId: 'a', processId: 1 });
  runner.statusChanged(during('a', 'in-session'));
  expect(first.stop).not.toHaveBeenCalled();
  runner.statusChanged(during('a', 'ending'));
  expect(first.stop).toHaveBeenCalled();
  first.leave();
  await vi.waitFor(() => expect(calls.clientGone).toHaveBeenCalledWith({ requestId: 'a', failure: null }));
});

it('ends what runs when the link to the service is gone', async () => {
  const { runner, first } = prepare();
  await runner.allow(question('a'), 'en-GB');
  runner.serviceLost();
  expect(first.stop).toHaveBeenCalled();
});

it('keeps the client that starts while the one of the last session is still ending', async () => {
  const { runner, calls, start, first, second } = prepare();
  await runner.allow(question('a'), 'en-GB');
  runner.statusChanged(during(null));
  expect(first.stop).toHaveBeenCalled();
  let goOn: () => void = () => undefined;
  start.mockImplementationOnce(async () => {
    await new Promise<void>((resolve) => (goOn = resolve));
    return second;
  });
  const allowed = runner.allow(question('b'), 'en-GB');
  await vi.waitFor(() => expect(start).toHaveBeenCalledTimes(2));
  runner.statusChanged(during('b'));
  goOn();
  await allowed;
  first.leave();
  runner.statusChanged(during('b', 'in-session'));
  expect(calls.started).toHaveBeenLastCalledWith({ requestId: 'b', processId: 2 });
  expect(second.stop).not.toHaveBeenCalled();
});
