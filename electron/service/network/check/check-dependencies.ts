import type { AssistanceClient } from '@shared/domain/assistance/assistance';
import type { AuditSink } from '@electron/service/ports/audit-sink';
import type { Clock } from '@shared/domain/time/clock';
import type { CheckChange } from '@shared/domain/connection/check-change';
import type { ConnectionStatus } from '@shared/domain/connection/connection';
import type { FolderTest } from '@shared/domain/licence/folder-test';
import type { HttpClient } from '@electron/service/ports/http-client';
import type { LicenceServing } from '@shared/domain/licence/licence-summary';
import type { Settings } from '@shared/domain/settings/settings';
import type { Status } from '@shared/domain/status/status';
import type { VendorProfile } from '@shared/domain/connection/vendor-profile';
import type { PresentedChain } from '@electron/service/network/certificates/presented-chain';

/** Hears of every chain that a server presents, and how a proxy server asks for the login. */
export type TransportObserver = {
  onChain: (chain: PresentedChain) => void;
  onLogin: (scheme: string) => void;
};

/** The dependencies of a connection check. */
export interface CheckDependencies {
  /** Null where the system does not say. */
  account: () => string | null;
  vendor: Pick<VendorProfile, 'backOffice' | 'roots' | 'threshold' | 'assistance'>;
  /** The settings in force. */
  settings: () => Settings;
  status: () => Pick<Status, 'connection' | 'organisation' | 'clock'>;
  /** Has the connection tried now; what comes of it arrives through `connectionChanged`. */
  tryNow: () => void;
  /** A new way to the back office, as the connection would open it. */
  openHttp: (settings: Settings, watch: TransportObserver) => Promise<HttpClient>;
  /** `host:port` of the proxy server that a script, or without one the system, names for an address; null = none. */
  detectProxy: (address: string, scriptUrl: string | null) => Promise<string | null>;
  /** The addresses of a host. Throws where the name is not known. */
  lookUp: (host: string) => Promise<string[]>;
  /** Throws `licence-server-unknown`. */
  testFolder: (licenceServerId: string) => Promise<FolderTest>;
  /** Throws `licence-server-unknown`. */
  askServing: (licenceServerId: string) => Promise<LicenceServing>;
  audit: AuditSink;
  /** Looks for the remote assistance program anew. */
  findClient: () => Promise<AssistanceClient>;
  publish: (change: CheckChange) => void;
  log: { error: (fields: object, message: string) => void };
  clock: Clock;
}

/** Tells stages of every change of the connection's state. */
export type ConnectionChanges = (listener: (connection: ConnectionStatus) => void) => () => void;
