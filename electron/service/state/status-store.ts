import { randomUUID } from 'node:crypto';
import type { Notice, Status, StatusSnapshot } from '@shared/domain/status/status';
import { statusChange, type StatusChange } from '@shared/domain/status/status-change';

/** A part of the service that has notices of its own to show. */
export type NoticeSource = 'storage' | 'settings' | 'licence';

/**
 * The one status of the service. Parts put in what they own; clients hear once of all that changed in one turn of the
 * event loop. The epoch is new with every start, `rev` rises with every change.
 */
export class StatusStore {
  private readonly epoch = randomUUID();
  private readonly notices = new Map<NoticeSource, readonly Notice[]>();
  private rev = 0;
  private isTold = true;
  /** The state up to which the clients have been told. */
  private told: StatusSnapshot;

  constructor(
    private status: Status,
    private readonly publish: (change: StatusChange) => void,
  ) {
    this.told = this.snapshot();
  }

  snapshot(): StatusSnapshot {
    return { epoch: this.epoch, rev: this.rev, status: this.status };
  }

  get current(): Status {
    return this.status;
  }

  update(change: Partial<Omit<Status, 'notices'>>): void {
    this.status = { ...this.status, ...change };
    this.rev += 1;
    if (!this.isTold) return;
    this.isTold = false;
    setImmediate(() => {
      this.isTold = true;
      const now = this.snapshot();
      const change = statusChange(this.told, now);
      if (change === null) return;
      this.told = now;
      this.publish(change);
    });
  }

  setNotices(source: NoticeSource, notices: readonly Notice[]): void {
    this.notices.set(source, notices);
    this.status = { ...this.status, notices: [...this.notices.values()].flat().slice(0, 50) };
    this.update({});
  }
}
