import { systemClock } from '@shared/domain/clock';
import type { ActivityEntry } from '@shared/domain/activity';
import type { ConnectionCheck } from '@shared/domain/connection-check';
import type { StatusSnapshot } from '@shared/domain/status';
import type { ServiceClient } from '@shared/service/contract';
import type { Role } from '@electron/link/role';
import { connectToService } from '@electron/link/service-client';
import type { Logger } from '@electron/log/logger';
import type { DataPaths } from '@electron/platform/folders';
import type { StartFacts } from '@electron/start-facts';
import type { StatusMirror } from '../status-mirror';
import { connectAsAllowed, type PersonMay } from './connect-as-allowed';
import { createEmbeddedService } from './embedded-service';
import { createServiceConnection } from './service-connection';
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
  onAccess: (may: PersonMay) => void;
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
  stop(): Promise<void>;
}

/** Uses the service that is there; where none is, runs one as a child, and mirrors what it says. */
export const createServiceSupervision = (options: SupervisionOptions): ServiceSupervision => {
  const { facts, mirror, log } = options;

  const embedded = createEmbeddedService({
    startProcess: () => startServiceProcess(facts),
    clock: systemClock,
    onUnexpectedEnd: (end) => {
      log.warn(end, 'the service has ended');
      mirror.lost(true);
    },
  });

  const accept = (snapshot: StatusSnapshot) => {
    mirror.accept(snapshot);
    options.onStatus(snapshot);
  };

  const connection = createServiceConnection({
    connect: () => {
      const { run: runFolder, mode } = options.paths;
      const connectAs = (role: Role) => connectToService({ runFolder, mode, role, build: facts.version });
      return connectAsAllowed(connectAs, options.onAccess);
    },
    onNobodyThere: () => embedded.start(),
    onConnected: async (client) => {
      // Listen first, then ask: what changes in between is not missed, and what is older is dropped.
      client.status.changed(accept);
      client.activity.appended(options.onActivity);
      client.check.progress(options.onCheck);
      // From now on the service may have this app put a request for assistance before the person at the screen.
      await client.assistance.attend();
      const first = await client.status.read();
      if (first.ok) accept(first.value);
      log.info({}, 'connected to the service');
    },
    onLost: () => {
      log.info({}, 'the link to the service has ended');
      mirror.lost(true);
      options.onLost();
    },
    onRefused: (error) => {
      log.error({ error }, 'the service is not to be used');
      mirror.lost(false);
    },
  });

  const quietly = async (ask: (client: ServiceClient) => Promise<unknown>) => {
    try {
      await ask(connection.client());
    } catch (error) {
      log.warn({ error }, 'the service could not be asked');
    }
  };

  return {
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
