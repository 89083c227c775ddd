import path from 'node:path';
import { createSessionRunner, type SessionRunner } from '@electron/app/assistance/session-runner';
import { followService } from '@electron/app/supervision/follow-service';
import { createServiceConnection } from '@electron/app/supervision/service-connection';
import { connectToService, type ServiceLink } from '@electron/link/service-client';
import { createAssistanceProvider } from '@electron/platform/remote-client';
import { ChangeFollower } from '@shared/domain/changes/change-follower';
import { checkRules } from '@shared/domain/connection/check-change';
import type { ConnectionCheck } from '@shared/domain/connection/connection-check';
import type { ServiceClient } from '@shared/contract/service/service-contract';
import type { StatusSnapshot } from '@shared/domain/status/status';
import type { Program } from './program';

/** What an app has seen by its events alone. */
interface SeenByApp {
  status: StatusSnapshot | null;
  check: ConnectionCheck | null;
  /** The highest number of an entry. */
  newestEntry: number;
  /** How often there was a link. */
  links: number;
  /** How often the link was lost for good. */
  lost: number;
}

export interface AppWithoutWindows {
  seen: SeenByApp;
  runner: SessionRunner;
  service: () => ServiceClient;
  /** Breaks the link, as a failure of the socket would. */
  breakLink(): void;
  stop(): Promise<void>;
}

/** The app's side of the link as it is composed in the app, without a window: a spec presses the buttons. */
export const startAppWithoutWindows = ({ home, env }: Program): AppWithoutWindows => {
  const seen: SeenByApp = { status: null, check: null, newestEntry: 0, links: 0, lost: 0 };
  let link: ServiceLink | null = null;
  const check = new ChangeFollower(checkRules, {
    read: async () => {
      const reply = await connection.client().check.read();
      return reply.ok ? reply.value.check : null;
    },
    onDocument: (document) => (seen.check = document),
  });
  const connection = createServiceConnection({
    connect: async () =>
      (link = await connectToService({ runFolder: path.join(home, 'run'), role: 'operator', build: 'spec' })),
    onNotRunning: () => undefined,
    onConnected: async ({ client }) => {
      seen.links += 1;
      await followService(client, {
        onStatus: (snapshot) => {
          seen.status = snapshot;
          runner.statusChanged(snapshot.status.remoteAssistance);
        },
        onActivity: ({ entries }) => (seen.newestEntry = entries.at(-1)?.number ?? 0),
        onCheck: check.changed,
        onAttending: () => runner.linked(),
        onEndsForGood: () => undefined,
      });
    },
    onLost: () => {
      seen.lost += 1;
      runner.serviceLost();
    },
    onRefused: () => undefined,
  });
  const runner = createSessionRunner({
    provider: createAssistanceProvider('teamviewer', 'linux', env),
    service: () => connection.client(),
    log: { info: () => undefined, warn: () => undefined },
  });
  connection.start();
  return {
    ...{ seen, runner, service: () => connection.client() },
    breakLink: () => link?.close(),
    stop: async () => {
      await runner.stop();
      connection.stop();
    },
  };
};
