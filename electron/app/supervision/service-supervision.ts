import { setTimeout as wait } from 'node:timers/promises';
import { systemClock } from '@shared/domain/time/clock';
import type { ActivityAppended } from '@shared/domain/activity/activity';
import type { CheckChange } from '@shared/domain/connection/check-change';
import type { StatusSnapshot } from '@shared/domain/status/status';
import type { ServiceClient } from '@shared/contract/service/service-contract';
import type { Role } from '@electron/link/role';
import { connectToService } from '@electron/link/service-client';
import type { Logger } from '@electron/log/logger';
import type { DataPaths } from '@electron/platform/folders';
import type { StartFacts } from '@electron/start/start-facts';
import { createAccounts } from '@electron/platform/accounts';
import { createServiceAccount, type ServiceAccount } from '@electron/platform/service-account';
import { createServiceControl, type ServiceControl } from '@electron/platform/service-control';
import type { StatusMirror } from '@electron/app/status-mirror';
import { createAuditedServiceAccount, embeddedServiceAccount } from './app-service-account';
import { connectAsAllowed, isClosed, type PersonAccess } from './connect-as-allowed';
import { createEmbeddedService } from './embedded-service';
import { createEmbeddedServiceControl, type EmbeddedControlParts } from './embedded-service-control';
import { createAuditedServiceControl } from './audited-service-control';
import { followService } from './follow-service';
import { createServiceConnection, type ServiceConnection } from './service-connection';
import { startServiceProcess } from './service-process';

export interface SupervisionOptions {
  facts: StartFacts;
  paths: DataPaths;
  mirror: StatusMirror;
  log: Logger;
  /** A live snapshot has arrived from the service. */
  onStatus: (snapshot: StatusSnapshot) => void;
  onActivity: (appended: ActivityAppended) => void;
  onCheck: (change: CheckChange) => void;
  /** Reports what this account may do, as soon as that is known and whenever it changes. */
  onAccess: (may: PersonAccess) => void;
  /** There is a link, again or for the first time; what the app still does for the service goes on. */
  onLinked: () => Promise<void>;
  /** The link has ended and does not come back at once; nothing of what was live holds any more. */
  onLost: () => void;
}

export interface ServiceSupervision {
  start(): void;
  /** The client of the live link. Throws `service-stopped` while there is none. */
  client: () => ServiceClient;
  /** Asks for a connection attempt now; quietly nothing while the service does not run. */
  tryNow(): Promise<void>;
  acknowledge(ids: string[]): Promise<void>;
  /** Starts, stops and restarts it, through the machine's service manager where there is one. */
  control: ServiceControl;
  /** The account it runs as, and how to change that. */
  account: ServiceAccount;
  stop(): Promise<void>;
}

/** How long a note waits for a service that has just been started. */
const NOTE_WAIT_MS = 20_000;

/** The client of the live link, or null; waiting for one where a service has just been started. */
const createReach = (connection: () => ServiceConnection) => {
  const now = () => {
    try {
      return connection().client();
    } catch {
      return null;
    }
  };
  const waiting = async () => {
    const end = performance.now() + NOTE_WAIT_MS;
    while (now() === null && performance.now() < end) await wait(100);
    return now();
  };
  return { now, reach: (isWaiting: boolean) => (isWaiting ? waiting() : Promise.resolve(now())) };
};

/** Connects to the service of this data folder, in the highest role that this account may have. */
const connectOnce = ({ facts, paths, onAccess }: SupervisionOptions) =>
  connectAsAllowed(
    (role: Role) => connectToService({ runFolder: paths.run, mode: paths.mode, role, build: facts.version }),
    onAccess,
  );

/** Asks the service for something; a failure is logged only. */
const createAsk =
  (connection: () => ServiceConnection, log: Logger) =>
  async (ask: (client: ServiceClient) => Promise<unknown>): Promise<void> => {
    try {
      await ask(connection().client());
    } catch (error) {
      log.warn({ error }, 'the service could not be asked');
    }
  };

/** Controls the service through the machine's service manager or, in embedded mode, through this app. */
const createControl = (
  { facts, mirror }: SupervisionOptions,
  parts: Pick<EmbeddedControlParts, 'embedded' | 'client' | 'hold'>,
): ServiceControl =>
  facts.mode === 'embedded'
    ? createEmbeddedServiceControl({
        ...parts,
        account: () => mirror.current().status.service.account ?? createAccounts().current(),
      })
    : createServiceControl();

/** The account of the service, which has to be able to write where the licences lie. */
const createAccount = (
  { facts, mirror }: SupervisionOptions,
  reach: Parameters<typeof createAuditedServiceAccount>[1],
): ServiceAccount =>
  createAuditedServiceAccount(
    facts.mode === 'embedded' ? embeddedServiceAccount : createServiceAccount(),
    reach,
    () => mirror.current().status.licenceServers.map(({ path }) => path),
  );

/**
 * Uses the service that is there and mirrors what it says. In embedded mode, where none is, it runs one as a child, unless
 * a person has stopped it.
 */
export const createServiceSupervision = (options: SupervisionOptions): ServiceSupervision => {
  const { facts, mirror, log } = options;
  const isEmbedded = facts.mode === 'embedded';
  let isHeld = false;
  const { now, reach } = createReach(() => connection);

  const embedded = createEmbeddedService({
    startProcess: () => startServiceProcess(facts),
    clock: systemClock,
    onUnexpectedEnd: (end) => {
      log.warn(end, 'the service has ended');
      mirror.lost(true);
    },
  });

  const hold = (held: boolean) => {
    isHeld = held;
    if (now() === null) mirror.lost(!held);
  };

  const accept = (snapshot: StatusSnapshot) => {
    mirror.accept(snapshot);
    options.onStatus(snapshot);
  };

  const connection: ServiceConnection = createServiceConnection({
    connect: () => connectOnce(options),
    onNotRunning: () => {
      if (isEmbedded && !isHeld) embedded.start();
    },
    onConnected: async (link) => {
      mirror.linked(link.build);
      await followService(link.client, {
        onStatus: accept,
        onActivity: options.onActivity,
        onCheck: options.onCheck,
        onAttending: options.onLinked,
        onEndsForGood: () => {
          isHeld = true;
          embedded.letEnd();
        },
      });
      isHeld = false;
      log.info({}, 'connected to the service');
    },
    onLost: () => {
      log.info({}, 'the link to the service has ended');
      mirror.lost(isEmbedded && !isHeld);
      options.onLost();
    },
    onRefused: (error) => {
      log.error({ error }, 'the service is not to be used');
      // That an account may not use it is said by the page itself, at the top.
      if (isClosed(error)) mirror.lost(false);
      else mirror.refused(error);
    },
  });

  const ask = createAsk(() => connection, log);
  return {
    control: createAuditedServiceControl(createControl(options, { embedded, client: now, hold }), reach),
    account: createAccount(options, reach),
    start: () => connection.start(),
    client: () => connection.client(),
    tryNow: () => ask((client) => client.connection.tryNow()),
    acknowledge: (ids) => ask((client) => client.announcements.acknowledge({ ids })),
    stop: async () => {
      connection.stop();
      await embedded.stop();
    },
  };
};
