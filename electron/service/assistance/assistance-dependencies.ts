import type { AuditSink } from '@electron/service/ports/audit-sink';
import type { AssistanceAsk, AssistanceClient, AssistanceStatus } from '@shared/domain/assistance/assistance';
import type { PreconditionKey } from '@shared/domain/status/assistance-preconditions';
import type { AssistanceReports } from '@electron/service/ports/assistance-reports';
import type { Clock } from '@shared/domain/time/clock';
import type { Locale } from '@shared/domain/settings/locales';

/** A process of an earlier moment, told from a later one that has its number by its mark. */
export type ClientProcess = { id: number; mark: string };

type Write = (fields: object, message: string) => void;

export interface AssistanceDependencies {
  stateFolder: string;
  /** Looks for the client anew. */
  findClient: () => Promise<AssistanceClient>;
  /** Tells a process of the client found by its number; null where it is none of that client's. */
  identify: (processId: number) => Promise<ClientProcess | null>;
  /** Ends a client and all it has started, at once; nothing where it is gone already. */
  endProcess: (known: ClientProcess) => Promise<void>;
  reports: AssistanceReports;
  isConnected: () => boolean;
  /** Preconditions that do not hold now. */
  unmet: () => PreconditionKey[];
  /** The back office's time, in ms since the epoch. */
  serverTime: () => number;
  /** The text that was put before the person, for the record. */
  noticeOf: (ask: AssistanceAsk, language: Locale) => Promise<string>;
  audit: AuditSink & {
    /** Like `append`, but rejects where the record cannot be written. */
    appendOrThrow: AuditSink['append'];
  };
  publish: (status: AssistanceStatus) => void;
  log: { info: Write; warn: Write; error: Write };
  clock: Clock;
  /** Goes on with the time that passes, whatever is done to the clock; in ms. */
  elapsed: Clock;
}
