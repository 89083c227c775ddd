import type { AuditSink } from '@electron/service/ports/audit-sink';
import type { Clock } from '@shared/domain/time/clock';
import type { ReleaseFacts } from '@shared/domain/updates/choose-release';
import type { SignatureTrust } from '@shared/domain/licence/format/signed-document';
import type { ReleaseSource } from '@electron/service/ports/release-source';
import type { UpdateStatus } from '@shared/domain/updates/update';

type Write = (detail: Record<string, unknown>, message: string) => void;

/** The dependencies of the update job. */
export interface UpdateDependencies {
  /** The service's state folder; the job keeps to `updates/` in it. */
  stateFolder: string;
  source: ReleaseSource;
  /** The vendor's word for what is installed here: releases of others are not offered. */
  product: string;
  /** The keys in force and the time floor in ms since the epoch. */
  trust: () => SignatureTrust;
  /** Asks for a newer key set; true when one is in force now. */
  renewKeys: () => Promise<boolean>;
  facts: () => Omit<ReleaseFacts, 'isHeld'>;
  /** Bytes free where the downloads lie. */
  freeBytes: (folder: string) => Promise<number>;
  /** Called after every change. */
  publish: (status: UpdateStatus) => void;
  audit: AuditSink;
  log: { info: Write; warn: Write; error: Write };
  clock: Clock;
  /** In [0, 1). */
  random: () => number;
  randomBytes: (count: number) => Uint8Array;
}
