import { setTimeout as wait } from 'node:timers/promises';
import { systemClock } from '@shared/domain/time/clock';
import type { ActivityEntry } from '@shared/domain/activity/activity';
import type { ConnectionCheck } from '@shared/domain/connection/connection-check';
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
import { createEmbeddedServiceControl } from './embedded-service-control';
import { createAuditedServiceControl } from './audited-service-control';
import { createServiceConnection, type ServiceConnection } from './service-connection';
import { startServiceProcess } from './service-process';

export interface SupervisionOptions {
  facts: StartFacts;
  paths: DataPaths;
  mirror: StatusMirror;
  log: Logger;
  /** A live snapshot has arrived from the service. */
  onStatus: (snapshot: StatusSnapshot) => void;
  onActivity: (entry: ActivityEntry) => void;
  onCheck: (check: ConnectionCheck) => void;
  /** What this account may do, as soon as it is known and whenever it changes. */
  onAccess: (may: PersonAccess) => void;
  /** The link has ended; nothing of what was live holds any more. */
  onLost: () => void;
}

export interface ServiceSupervision {
  start(): void;
  /** The client of the live link. Throws `service-stopped` while there is none. */
  client: () => ServiceClient;
  /** Asks for a connection attempt now; quietly nothing while the service does not run. */
  tryNow(): Promise<void>;
  acknowledge(ids: string[]): Promise<void>;
  /** Cuts a session of remote assistance that runs. */
  stopAssistance(answeredBy: string): Promise<void>;
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
    connect: () => {
      const { run: runFolder, mode } = options.paths;
      const connectAs = (role: Role) => connectToService({ runFolder, mode, role, build: facts.version });
      return connectAsAllowed(connectAs, options.onAccess);
    },
    onNotRunning: () => {
      if (isEmbedded && !isHeld) embedded.start();
    },
    onConnected: async (client) => {
      // Listen first, then ask: what changes in between is not missed, and what is older is dropped.
      client.status.changed(accept);
      client.activity.appended(options.onActivity);
      client.check.progress(options.onCheck);
      client.lifetime.ending(({ isForGood }) => {
        if (!isForGood) return;
        isHeld = true;
        embedded.letEnd();
      });
      // From now on the service may have this app put a request for assistance before the person at the screen.
      await client.assistance.attend();
      const first = await client.status.read();
      if (first.ok) accept(first.value);
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

  const quietly = async (ask: (client: ServiceClient) => Promise<unknown>) => {
    try {
      await ask(connection.client());
    } catch (error) {
      log.warn({ error }, 'the service could not be asked');
    }
  };

  const control = isEmbedded
    ? createEmbeddedServiceControl({
        embedded,
        client: now,
        account: () => mirror.current().status.service.account ?? createAccounts().current(),
        hold,
      })
    : createServiceControl();

  return {
    control: createAuditedServiceControl(control, reach),
    account: createAuditedServiceAccount(isEmbedded ? embeddedServiceAccount : createServiceAccount(), reach),
    start: () => connection.start(),
    client: () => connection.client(),
    tryNow: () => quietly((client) => client.connection.tryNow()),
    stopAssistance: (answeredBy) => quietly((client) => client.assistance.stop({ answeredBy })),
    acknowledge: (ids) => quietly((client) => client.announcements.acknowledge({ ids })),
    stop: async () => {
      connection.stop();
      await embedded.stop();
    },
  };
};
