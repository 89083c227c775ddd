import type { AuditSink } from '@electron/service/ports/audit-sink';
import type { Clock } from '@shared/domain/time/clock';
import type { PathStyle } from '@shared/domain/settings/licence-path';
import type { LicenceSource } from '@electron/service/ports/licence-source';
import type { Status } from '@shared/domain/status/status';
import type { VendorProfile } from '@shared/domain/connection/vendor-profile';
import type { Mounts } from '@electron/platform/mounts/index';
import type { StartWorkerProcess } from '@electron/platform/worker-process/index';

import type { IsPortOpen } from './port-probe';

type Write = (detail: Record<string, unknown>, message: string) => void;

/** The part of the logger that this job uses. */
export interface JobLog {
  info: Write;
  warn: Write;
  error: Write;
}

/** The members of the status that this job owns; the notices are its own, to be shown beside those of others. */
export type LicenceStatus = Pick<
  Status,
  | 'licence'
  | 'newestLicence'
  | 'refusedLicence'
  | 'lastChange'
  | 'lastSignedProof'
  | 'licenceServers'
  | 'serialNumber'
  | 'announcements'
  | 'notices'
> & { clock: Omit<Status['clock'], 'differenceSeconds'> };

/** The dependencies of the licence job. */
export interface LicenceJobDependencies {
  /** The service's state folder, made and checked; the job keeps to `licence/`, `key-set.json` and `time-floor.json` in it. */
  stateFolder: string;
  vendor: Pick<VendorProfile, 'product' | 'roots' | 'threshold' | 'keySet'>;
  source: LicenceSource;
  clock: Clock;
  audit: AuditSink;
  log: JobLog;
  /** The account that uses the folders, for the verdict of a folder test; null = not known. */
  account: () => string | null;
  /** As entered in the settings; null = not entered. */
  organisationId: () => string | null;
  /** How this machine writes an absolute path. */
  pathStyle: PathStyle;
  /** Starts a process that runs `folder/worker/folder-worker`, with `WORKER_THREADS` threads. */
  startWorker: StartWorkerProcess;
  /** Whether a folder lies on a share, whatever the settings call it. */
  isOnNetwork: Mounts['isOnNetwork'];
  /** The program's own folders, absolute: no licence path may lead there. */
  ownFolders: readonly string[];
  /** Called after every change. */
  publish: (status: LicenceStatus) => void;
  /** Whether somebody listens on a port of a machine; a real connection by default. */
  isPortOpen?: IsPortOpen;
  /** Random bytes; the system's by default. */
  randomBytes?: (count: number) => Uint8Array;
  /** How long after the start warnings wait for a first answer about the newest licence, in ms; 10 s by default. */
  warningPatience?: number;
  /** In [0, 1), for jitter only. */
  random?: () => number;
}
