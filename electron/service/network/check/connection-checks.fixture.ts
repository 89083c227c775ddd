import { readFileSync } from 'node:fs';
import path from 'node:path';
import { noAssistance } from '@shared/domain/assistance/assistance';
import type { ConnectionStatus } from '@shared/domain/connection/connection';
import type { CheckChange } from '@shared/domain/connection/check-change';
import {
  isFinished,
  type CheckStageName,
  type ConnectionCheck,
} from '@shared/domain/connection/connection-check';
import type { FolderTest } from '@shared/domain/licence/folder-test';
import type { HttpAnswer } from '@electron/service/ports/http-client';
import { AppError } from '@shared/errors/app-error';
import type { ErrorCode } from '@shared/errors/error-catalogue';
import { Settings } from '@shared/domain/settings/settings';
import { VendorProfile } from '@shared/domain/connection/vendor-profile';
import type { PresentedChain } from '@electron/service/network/certificates/presented-chain';
import type { CheckDependencies } from './check-dependencies';
import { ConnectionChecks } from './connection-checks';

const root = path.resolve(import.meta.dirname, '../../../..');
const vendor = VendorProfile.parse(JSON.parse(readFileSync(path.join(root, 'build/vendor.json'), 'utf8')));

const NOW = Date.parse('2026-05-01T10:00:00Z');

export const connectionStatus = (
  state: ConnectionStatus['state'],
  reason: ConnectionStatus['reason'] = null,
): ConnectionStatus => ({
  state,
  reason,
  since: state === 'connected' || state === 'failed' ? '2026-05-01T09:00:00Z' : null,
  nextTry: null,
  missing: state === 'not-configured' ? ['verification-code'] : [],
});

/** The answer of the back office in these specs: its own key set, at the time of this computer. */
export const goodAnswer = (ahead = 0): HttpAnswer => ({
  status: 200,
  headers: { date: new Date(NOW + ahead).toUTCString(), 'content-type': 'application/jose+json' },
  body: new TextEncoder().encode(JSON.stringify(vendor.keySet)),
});

const passedSteps: FolderTest['steps'] = [{ step: 'find', outcome: 'passed', reason: null }];

export type FakeTransport = (
  onChain: (chain: PresentedChain) => void,
  signal: AbortSignal,
) => Promise<HttpAnswer>;

/** Fails with this code, after the chain was seen where one is given as trusted or not. */
export const failingTransport =
  (code: ErrorCode, params = {}, chain: boolean | null = null): FakeTransport =>
  (onChain) => {
    if (chain !== null) onChain({ certificates: [], isTrusted: chain });
    return Promise.reject(new AppError(code, params));
  };

export const trustedTransport: FakeTransport = (onChain) => {
  onChain({ certificates: vendor.certificates, isTrusted: true });
  return Promise.resolve(goodAnswer());
};

/** The rest of the service, as a spec wants it. */
export interface CheckTestEnvironment {
  settings: Settings;
  connection: ConnectionStatus;
  clock: { isSuspect: boolean; floor: string };
  way: FakeTransport;
  detected: string | null;
  login: string | null;
  folder: (licenceServerId: string) => Promise<FolderTest>;
  tryNow: () => void;
  /** Calls that went out or would have. */
  opened: number;
  published: CheckChange[];
  recorded: object[];
}

export const createCheckTestEnvironment = (change: Partial<CheckTestEnvironment> = {}) => {
  const world: CheckTestEnvironment = {
    settings: Settings.parse({
      remoteService: { enabled: true },
      licenceServers: [{ id: 'one', name: 'Main server', kind: 'local', path: '/licences' }],
    }),
    connection: connectionStatus('connected'),
    clock: { isSuspect: false, floor: '2026-01-01T00:00:00Z' },
    way: trustedTransport,
    detected: null,
    login: null,
    folder: () => Promise.resolve({ account: 'print', steps: passedSteps, freeBytes: null }),
    tryNow: () => undefined,
    opened: 0,
    published: [],
    recorded: [],
    ...change,
  };
  const dependencies: CheckDependencies = {
    account: () => 'print',
    vendor: { ...vendor, backOffice: 'https://127.0.0.1:8443/api/v1' },
    settings: () => world.settings,
    status: () => ({
      connection: world.connection,
      organisation: { id: 'SO-1', name: 'Service GmbH', phone: null, website: null },
      clock: { ...world.clock, source: 'clock', doubted: null, differenceSeconds: null },
    }),
    tryNow: () => world.tryNow(),
    openHttp: (_settings, { onChain, onLogin }) => {
      world.opened += 1;
      if (world.login !== null) onLogin(world.login);
      return Promise.resolve({
        request: ({ signal }) => world.way(onChain, signal ?? new AbortController().signal),
        open: () => Promise.reject(new Error('there are no downloads here')),
        close: () => Promise.resolve(),
      });
    },
    detectProxy: () => Promise.resolve(world.detected),
    lookUp: (host) =>
      host.endsWith('.invalid') ? Promise.reject(new Error('unknown')) : Promise.resolve([host]),
    findClient: () => Promise.resolve({ ...noAssistance(false).client, state: 'found' }),
    testFolder: (id) => world.folder(id),
    askServing: () =>
      Promise.resolve({ state: 'not-asked', host: null, port: null, vendorPort: null, at: null }),
    audit: {
      append: (kind, actor, detail) => Promise.resolve(void world.recorded.push({ kind, actor, ...detail })),
    },
    publish: (check) => world.published.push(check),
    log: { error: () => undefined },
    clock: { now: () => NOW },
  };
  const checks = new ConnectionChecks(dependencies);
  const become = (connection: ConnectionStatus) => {
    world.connection = connection;
    checks.connectionChanged(connection);
  };
  return { world, checks, become };
};

export const stageOf = (check: ConnectionCheck | null, name: CheckStageName) => {
  const stage = check?.stages.find(({ stage: one }) => one === name);
  if (stage === undefined) throw new Error(`no stage ${name}`);
  return stage;
};

/** `stage: outcome reason` of every finished stage. */
export const stageSummary = (check: ConnectionCheck | null) =>
  Object.fromEntries(
    (check?.stages ?? [])
      .filter(isFinished)
      .map(({ stage, outcome, reason }) => [stage, reason === null ? outcome : `${outcome} ${reason}`]),
  );
