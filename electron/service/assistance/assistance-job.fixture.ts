import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ClientState } from '@shared/domain/assistance/assistance';
import { noAssistance } from '@shared/domain/assistance/assistance';
import type { PreconditionKey } from '@shared/domain/status/assistance-preconditions';
import { Settings } from '@shared/domain/settings/settings';
import type { Caller } from '@shared/contract/service/caller';
import { AssistanceJob } from './assistance-job';

export const LINK = 'https://get.teamviewer.com/v15/s12345678';
export const HOUR = 3_600_000;

/** The job with everything around it in memory, and a clock that a spec moves. */
export const createAssistanceTestEnvironment = () => {
  const stateFolder = mkdtempSync(path.join(tmpdir(), 'assistance-'));
  const world = {
    wall: Date.parse('2026-03-02T09:00:00Z'),
    elapsed: 0,
    isConnected: true,
    isAuditBroken: false,
    unmet: [] as PreconditionKey[],
    client: 'found' as ClientState,
    audit: [] as { kind: string; detail: Record<string, unknown> }[],
    told: [] as { requestId: string; body: Record<string, unknown> }[],
    ended: [] as number[],
    status: noAssistance(false),
    gone: [] as (() => void)[],
    account: 'Erika' as string | null,
  };
  const send = (requestId: string, body: object) => {
    world.told.push({ requestId, body: { ...body } });
    return Promise.resolve();
  };
  const append = (kind: string, _actor: string, detail: object = {}) => {
    if (world.isAuditBroken) return Promise.reject(new Error('the disk is full'));
    world.audit.push({ kind, detail: { ...detail } });
    return Promise.resolve();
  };
  const make = () =>
    new AssistanceJob({
      stateFolder,
      findClient: () => Promise.resolve({ ...noAssistance(false).client, state: world.client }),
      identify: (id) => Promise.resolve({ id, mark: 'm' }),
      endProcess: ({ id }) => {
        world.ended.push(id);
        return Promise.resolve();
      },
      reports: { answer: send, ended: send },
      isConnected: () => world.isConnected,
      unmet: () => world.unmet,
      serverTime: () => world.wall,
      noticeOf: ({ technician }, language) => Promise.resolve(`${technician} ${language}`),
      audit: { append, appendOrThrow: append },
      publish: (status) => void (world.status = status),
      log: { info: () => undefined, warn: () => undefined, error: () => undefined },
      clock: { now: () => world.wall },
      elapsed: { now: () => world.elapsed },
    });
  const caller: Caller = {
    account: () => Promise.resolve(world.account),
    onGone: (listener) => void world.gone.push(listener),
  };
  return {
    world,
    caller,
    make,
    pass: (ms: number) => {
      world.wall += ms;
      world.elapsed += ms;
    },
    settings: (change: object = {}, enabled = true) =>
      Settings.parse({ remoteService: { enabled }, remoteAssistance: { allowed: true, ...change } }),
    remove: () => rmSync(stateFolder, { recursive: true, force: true }),
  };
};
export type AssistanceTestEnvironment = ReturnType<typeof createAssistanceTestEnvironment>;

/** An event as the help desk sends it. */
export const requestEvent = (requestId: string, at: number, change: object = {}, session: object = {}) => ({
  ...{ id: requestId, type: 'assistance-requested', requestId, at: new Date(at).toISOString() },
  technician: { name: 'Ada', organisation: 'Service' },
  ...{ ticket: 'T-1', reason: 'Colours', access: 'view' },
  answerBy: new Date(at + 120_000).toISOString(),
  ...change,
  session: {
    ...{ provider: 'teamviewer', code: 's12-345-678', endCustomerLink: LINK },
    validUntil: new Date(at + HOUR).toISOString(),
    ...session,
  },
});
