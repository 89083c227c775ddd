import { expect, it, vi } from 'vitest';
import {
  noAssistance,
  type AssistanceQuestion,
  type AssistanceStatus,
} from '@shared/domain/assistance/assistance';
import { AppError } from '@shared/errors/app-error';
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
        value: { requestId, provider: 'teamviewer', link: LINK, minimumVersion: null, lifeline: 'own' },
      }),
    ),
    started: vi.fn(() => Promise.resolve({ ok: true, value: undefined })),
    resume: vi.fn((): Promise<unknown> => Promise.resolve({ ok: true, value: undefined })),
    clientGone: vi.fn(() => Promise.resolve({ ok: true, value: undefined })),
  };
  const link = { isThere: true };
  const start = vi.fn(() => {
    const client = clients[started];
    started += 1;
    return client === undefined ? Promise.reject(new Error('too many')) : Promise.resolve(client);
  });
  const runner = createSessionRunner({
    provider: { start, find: vi.fn(), identify: vi.fn(), end: vi.fn() },
    service: () => {
      if (!link.isThere) throw new AppError('service-stopped');
      return { assistance: calls } as unknown as ServiceClient;
    },
    log: { info: vi.fn(), warn: vi.fn() },
  });
  return { runner, calls, start, first, second, link };
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

it('keeps the client over a link that breaks, and takes the session up again over the next one', async () => {
  const { runner, calls, first, link } = prepare();
  await runner.allow(question('a'), 'en-GB');
  link.isThere = false;
  link.isThere = true;
  await runner.linked();
  expect(calls.resume).toHaveBeenCalledExactlyOnceWith({ requestId: 'a', lifeline: 'own', processId: 1 });
  expect(first.stop).not.toHaveBeenCalled();
});

it('takes a session up whose client is still being started when the link breaks', async () => {
  const { runner, calls, start, first, link } = prepare();
  let goOn: () => void = () => undefined;
  start.mockImplementationOnce(async () => {
    await new Promise<void>((resolve) => (goOn = resolve));
    return first;
  });
  const allowed = runner.allow(question('a'), 'en-GB');
  await vi.waitFor(() => expect(start).toHaveBeenCalledOnce());
  link.isThere = false;
  goOn();
  await allowed;
  expect(first.stop).not.toHaveBeenCalled();
  link.isThere = true;
  await runner.linked();
  expect(calls.resume).toHaveBeenCalledExactlyOnceWith({ requestId: 'a', lifeline: 'own', processId: 1 });
});

it('ends the client where the service does not let it go on, and not for a link that breaks once more', async () => {
  const { runner, calls, first } = prepare();
  await runner.allow(question('a'), 'en-GB');
  const failed = (code: string) => ({ ok: false, error: { code, params: {}, ref: '' } });
  calls.resume.mockResolvedValueOnce(failed('service-stopped'));
  await runner.linked();
  expect(first.stop).not.toHaveBeenCalled();
  calls.resume.mockResolvedValueOnce(failed('assistance-request-gone'));
  await runner.linked();
  expect(first.stop).toHaveBeenCalledOnce();
});

it('ends the client for a person also without a link, and tells of it over the next one', async () => {
  const { runner, calls, first, link } = prepare();
  expect(await runner.endHere()).toBe(false);
  await runner.allow(question('a'), 'en-GB');
  link.isThere = false;
  first.leave();
  expect(await runner.endHere()).toBe(true);
  expect(calls.clientGone).not.toHaveBeenCalled();
  link.isThere = true;
  await runner.linked();
  expect(calls.clientGone).toHaveBeenCalledWith({ requestId: 'a', failure: null });
  expect(calls.resume).not.toHaveBeenCalled();
});
