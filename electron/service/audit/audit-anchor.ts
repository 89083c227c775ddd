import type { Logger } from '@electron/log/logger';
import type { Clock } from '@shared/domain/time/clock';
import type { AuditLog } from './audit-log';

const DAY_MS = 86_400_000;

interface AnchorParts {
  audit: Pick<AuditLog, 'end' | 'leaveCheckpoint' | 'writeJoined'>;
  clock: Clock;
  log: Logger;
  /** Puts the end of the log where the service's own account cannot change it again. */
  write: (end: { record: number; hash: string }) => Promise<void>;
}

/**
 * Tells the end of the audit log to those who keep it out of reach of the service's account: the back office with each
 * report, the log of the system with each report, once a day, and when the service stops, so also where there is no connection.
 */
export class AuditAnchor {
  #told = 0;
  #toldAt = Number.NEGATIVE_INFINITY;

  constructor(private readonly parts: AnchorParts) {}

  /** What the back office is told; null before the first record, or where the log cannot be read. */
  async endFor(held: number | null) {
    const { audit, clock, log, write } = this.parts;
    const end = await audit.end(held).catch((error: unknown) => {
      log.error({ error }, 'the end of the activity record could not be read');
      return null;
    });
    this.#toldAt = clock.now();
    if (end !== null && end.lastRecord !== this.#told) {
      this.#told = end.lastRecord;
      await write({ record: end.lastRecord, hash: end.lastHash });
    }
    return end;
  }

  /** Called now and then; the end is told once a day. A clock that was put back does not delay it. */
  async checkNow(): Promise<void> {
    await this.parts.audit.writeJoined({ all: false });
    if (Math.abs(this.parts.clock.now() - this.#toldAt) >= DAY_MS) await this.endFor(null);
  }

  /** After the last record of this run. */
  async stop(): Promise<void> {
    await this.parts.audit.writeJoined({ all: true });
    await this.endFor(null);
    await this.parts.audit.leaveCheckpoint();
  }
}
