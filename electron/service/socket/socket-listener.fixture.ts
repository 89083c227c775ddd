import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { vi } from 'vitest';
import { connectToService, type ServiceLink } from '@electron/link/service-client';
import type { Role } from '@electron/link/role';
import { silentLogger } from '@electron/log/logger';
import { defaultSettings, viewOf } from '@shared/domain/settings/settings';
import { stoppedStatus } from '@shared/domain/status/stopped-status';
import { entriesOf } from '@shared/contract/define';
import { serviceContract, type ServiceHandlers } from '@shared/contract/service/service-contract';
import { SocketListener, type SocketListenerParts } from './socket-listener';

const status = stoppedStatus(
  viewOf(defaultSettings()),
  { version: '1', mode: 'embedded', isStarting: false },
  Date.UTC(2026, 4, 1),
);
export const snapshot = (rev: number) => ({ epoch: 'e', rev, status });

/** Handlers that answer every call as the contract demands. */
const createTestHandlers = () =>
  ({
    status: { read: vi.fn(() => Promise.resolve(snapshot(1))) },
    connection: { tryNow: vi.fn(() => Promise.resolve()) },
    settings: { reload: vi.fn(() => Promise.resolve()) },
    licence: {
      install: vi.fn(() => Promise.resolve({ outcome: 'ok' as const, sequence: 1 })),
      tryAgain: vi.fn(() => Promise.resolve()),
      test: vi.fn(() => Promise.resolve({ account: 'me', steps: [], freeBytes: null })),
    },
    announcements: { acknowledge: vi.fn(() => Promise.resolve()) },
    activity: { read: vi.fn(() => Promise.resolve({ entries: [], total: 0, brokenAt: null })) },
  }) satisfies { [D in keyof ServiceHandlers]?: Partial<ServiceHandlers[D]> };

/** Calls that no spec scripts fail like any call whose handler fails. */
const completed = (scripted: ReturnType<typeof createTestHandlers>): ServiceHandlers => {
  const byDomain = scripted as Record<string, Record<string, unknown>>;
  const handlers: Record<string, Record<string, unknown>> = {};
  for (const { domain, name, spec } of entriesOf(serviceContract)) {
    if (spec.kind !== 'call') continue;
    const handler = byDomain[domain]?.[name] ?? (() => Promise.reject(new Error('not scripted')));
    handlers[domain] = { ...handlers[domain], [name]: handler };
  }
  return handlers as unknown as ServiceHandlers;
};

/** A listener on a real socket in a folder of its own, and clients of it. */
export const openTestService = async (parts: Partial<SocketListenerParts> = {}) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'link-'));
  const runFolder = parts.runFolder ?? folder;
  const handlers = createTestHandlers();
  const listener = new SocketListener({
    runFolder,
    build: '1.2.3',
    handlers: completed(handlers),
    log: silentLogger,
    namePeer: (user) => Promise.resolve(user === null ? null : String(user)),
    ...parts,
  });
  const links: ServiceLink[] = [];
  await listener.start();
  return {
    runFolder,
    handlers,
    listener,
    connect: async (role: Role = 'operator') => {
      const link = await connectToService({ runFolder, role, build: 'spec' });
      links.push(link);
      return link;
    },
    end: async () => {
      for (const link of links) link.close();
      await listener.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
export type TestService = Awaited<ReturnType<typeof openTestService>>;
