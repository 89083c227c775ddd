import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { timestampOf } from '@shared/domain/time/dates';
import { Announcement } from '@shared/domain/status/status';
import { createStateWriter, readStateFile } from '@electron/service/state/state-file';

const MAX = 50;

type Without<T, Key extends PropertyKey> = T extends unknown ? Omit<T, Key> : never;
export type NewAnnouncement = Without<Announcement, 'id' | 'at'>;

/** Messages for the operator that are shown once; kept until an app reports that it showed them. */
export class Announcements {
  readonly #write: (value: Announcement[]) => Promise<void>;

  private constructor(
    file: string,
    private list: Announcement[],
  ) {
    this.#write = createStateWriter(file);
  }

  static async open(file: string, now: number): Promise<Announcements> {
    const read = await readStateFile(file, z.array(Announcement).max(MAX), now);
    return new Announcements(file, read.outcome === 'read' ? read.value : []);
  }

  get open(): Announcement[] {
    return [...this.list];
  }

  /** The oldest give way when nobody ever looks. */
  async add(announcement: NewAnnouncement, now: number): Promise<void> {
    this.list = [...this.list, { ...announcement, id: randomUUID(), at: timestampOf(now) }].slice(-MAX);
    await this.#write(this.list);
  }

  /** Ids that are not there (any more) are fine. */
  async acknowledge(ids: readonly string[]): Promise<void> {
    const left = this.list.filter(({ id }) => !ids.includes(id));
    if (left.length === this.list.length) return;
    this.list = left;
    await this.#write(this.list);
  }
}
