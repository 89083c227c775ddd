import type { StatusReport } from '@shared/back-office/requests';
import type { AuditSink } from '@electron/service/ports/audit-sink';
import type { Clock } from '@shared/domain/time/clock';
import type { HttpClient } from '@electron/service/ports/http-client';
import type { Status } from '@shared/domain/status/status';
import type { Target } from './connection-plan';

/** The secret store, as far as this job needs it; every call may throw `keychain-unavailable`. */
interface TokenStore {
  get(name: 'back-office-token'): Promise<string | null>;
  set(name: 'back-office-token', value: string): Promise<void>;
  delete(name: 'back-office-token'): Promise<void>;
}

type Write = (fields: object, message: string) => void;

interface ConnectionLog {
  info: Write;
  warn: Write;
  error: Write;
}

/** The facts about this installation for its registration. */
type InstallationFacts = {
  product: string;
  serviceVersion: string;
  /** Such as `linux-x64`. */
  platform: string;
  hostName: string;
  /** BCP 47. */
  locale: string;
};

/** The members of the status that this job owns. */
export type ConnectionReport = Pick<Status, 'connection' | 'organisation'> &
  Pick<Status['clock'], 'differenceSeconds'>;

/** `refused` = what the back office offers is not fit to be taken; it may be by the next time. */
export type RenewalEnd = 'done' | 'refused';

/** Requests of the help desk for remote assistance; each call returns at once. */
export interface AssistanceEvents {
  /** The event as it came; only its id was looked at. */
  requested: (event: { requestId: string }) => void;
  withdrawn: (requestId: string) => void;
  ended: (requestId: string) => void;
}

export interface ConnectionDependencies {
  /** Of the vendor profile: `https://host[:port]/api/v1`. */
  address: string;
  /** PEM texts of the vendor profile; those of the settings come on top. */
  certificates: readonly string[];
  facts: InstallationFacts;
  /** The service's state folder; this job keeps `registration.json` and `events.json` in it. */
  stateFolder: string;
  tokens: TokenStore;
  /** Opens a sealed secret; may throw `secret-unreadable` or `keychain-unavailable`. */
  openSecret: (sealed: string) => Promise<string>;
  /** A way to the back office with these proxy settings and certificates; makes no connection by itself. */
  openHttp: (options: {
    address: string;
    proxy: Target['proxy'];
    certificates: readonly string[];
  }) => Promise<HttpClient>;
  /** Of the licence in force; null while none could be read. */
  serialNumber: () => string | null;
  hasLicenceServer: () => boolean;
  /** The status that a heartbeat is made from. */
  status: () => Status;
  /** Whether a page or a command has somebody in front of it; shortens the pauses between tries. */
  isOperatorPresent: () => boolean;
  /**
   * Asks the back office for the newest licence and installs it: after every connect, when one is announced, and every
   * 6 h +-20 %, sooner while it is refused. A connection reason it throws ends the connection; anything else is logged
   * and does not.
   */
  renewLicence: () => Promise<RenewalEnd>;
  /** Called after every answer of the long poll and every piece of one: the service is awake anyway. */
  pollAnswered: () => void;
  /** Asks the back office for the newest releases, at the same times. What it throws never ends the connection. */
  checkReleases: () => Promise<RenewalEnd>;
  assistance: AssistanceEvents;
  /** Called after every change. */
  publish: (report: ConnectionReport) => void;
  audit: AuditSink;
  /** The end of the audit log, with its record of this number; null while it cannot be read or has none. */
  auditEnd: (held: number | null) => Promise<StatusReport['auditLog'] | null>;
  log: ConnectionLog;
  clock: Clock;
  /** In [0, 1). */
  random: () => number;
  /** The first contact after a start comes uniformly within this time (30 s installed, 0 embedded); a person ends the wait. */
  firstContactSpreadMs: number;
}
