import type { ProxyInUse } from '@shared/domain/connection/connection';
import type { HttpClient } from '@electron/service/ports/http-client';
import type { StartWorkerProcess } from '@electron/platform/worker-process';
import type { StartFacts } from '@electron/start/start-facts';
import type { ConnectionDependencies } from '@electron/service/back-office/connection/connection-dependencies';
import type {
  CheckDependencies,
  TransportObserver,
} from '@electron/service/network/check/check-dependencies';
import type { Lifetime } from '@electron/service/socket/lifetime-handlers';
import type { MachineSources } from '@electron/service/network/network-monitor';

export type OpenOptions = Parameters<ConnectionDependencies['openHttp']>[0] &
  Partial<TransportObserver> & { onProxy?: (proxy: ProxyInUse) => void };

/** The dependencies that only Electron can provide. */
export interface ServiceEnvironment {
  facts: StartFacts;
  /** The language of the account, BCP 47; for registration only. */
  locale: string;
  openHttp: (
    options: OpenOptions &
      Pick<ConnectionDependencies, 'openSecret'> & { userAgent: string; signedTime: () => number },
  ) => Promise<HttpClient>;
  detectProxy: CheckDependencies['detectProxy'];
  lookUp: CheckDependencies['lookUp'];
  machine: MachineSources;
  lifetime: Lifetime;
  /** Processes for the folders of licence servers on shares. */
  startFolderWorker: StartWorkerProcess;
}
