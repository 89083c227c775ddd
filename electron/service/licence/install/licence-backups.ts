import { mkdir, readdir, unlink } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '@shared/errors/app-error';
import { readLicence } from '@shared/domain/licence/flexnet/read-licence';
import type { Clock } from '@shared/domain/time/clock';
import { replaceFile, syncFolder } from '@electron/platform/private-files/index';
import { readPlainFile, type PlainFile } from '@electron/service/licence/folder/plain-file';
import { setAside } from '@electron/service/state/state-file';
import { storedOrRefused } from './stored-or-refused';

const KEPT = 5;
const NAME = /^(\d{13})-([0-9a-f]{64})\.lic$/;

const partsOf = (name: string) => {
  const [, stamp, sha256] = NAME.exec(name) ?? [];
  if (stamp === undefined || sha256 === undefined) return [];
  return [{ name, stamp: Number(stamp), sha256 }];
};
/** `stamp` is when it was kept, in ms. */
export type KeptFile = ReturnType<typeof partsOf>[number];

/** One of each content, the newest. */
export const differentOf = (kept: readonly KeptFile[]): KeptFile[] =>
  kept.filter(({ sha256 }, at) => kept.findIndex((other) => other.sha256 === sha256) === at);

const isLicenceFile = (bytes: Uint8Array) => {
  const read = readLicence(bytes);
  return read.ok && read.file.problems.length === 0;
};

/** Earlier licence files, a folder per licence server, in the service's own state. A name tells the age and the hash. */
export class LicenceBackups {
  constructor(
    private readonly root: string,
    private readonly clock: Clock,
  ) {}

  /** The name the next backup with this content gets: later than all others, whatever the clock says. */
  async nameFor(serverId: string, sha256: string): Promise<string> {
    const newest = (await this.list(serverId))[0]?.stamp ?? 0;
    const stamp = Math.max(this.clock.now(), newest + 1);
    return `${String(stamp).padStart(13, '0')}-${sha256}.lic`;
  }

  /** Writes and reads back; throws `state-not-stored`, and `verify-failed` where it is not the same. */
  async keep(serverId: string, name: string, file: PlainFile): Promise<void> {
    await storedOrRefused(async () => {
      const made = await mkdir(this.#folder(serverId), { recursive: true, mode: 0o700 });
      if (made !== undefined) await syncFolder(path.dirname(made));
      await replaceFile(this.#path(serverId, name), file.bytes);
    });
    if ((await this.read(serverId, name)) === null) throw new AppError('verify-failed');
  }

  /** Keeps aside, whole, what is not what its name says, so that nobody relies on it. */
  async setAsideDamaged(): Promise<void> {
    for (const serverId of await readdir(this.root).catch(() => [])) {
      for (const { name } of await this.list(serverId)) {
        const isGood = (await this.read(serverId, name)) !== null;
        if (!isGood) await setAside(this.#path(serverId, name), this.clock.now());
      }
    }
  }

  /** null where it is missing or not what its name says. */
  async read(serverId: string, name: string): Promise<PlainFile | null> {
    const file = await readPlainFile(this.#path(serverId, name)).catch(() => null);
    return file !== null && partsOf(name)[0]?.sha256 === file.sha256 ? file : null;
  }

  /** The newest with this content, whole. Throws `backup-missing`, or `backup-unusable` where it is not what it was or no licence file. */
  async find(serverId: string, sha256: string): Promise<PlainFile> {
    const kept = (await this.list(serverId)).find((one) => one.sha256 === sha256);
    if (kept === undefined) throw new AppError('backup-missing');
    const file = await this.read(serverId, kept.name);
    if (file === null || !isLicenceFile(file.bytes)) throw new AppError('backup-unusable');
    return file;
  }

  /** Keeps the newest 5 with different content and, whatever their number, the newest that is a good licence file. */
  async rotate(serverId: string): Promise<void> {
    const all = await this.list(serverId);
    const different = differentOf(all);
    const kept = new Set(different.slice(0, KEPT).map(({ name }) => name));
    const good = await this.#newestGood(serverId, different);
    if (good !== null) kept.add(good.name);
    for (const { name } of all) if (!kept.has(name)) await unlink(this.#path(serverId, name));
  }

  async #newestGood(serverId: string, backups: readonly KeptFile[]): Promise<KeptFile | null> {
    for (const backup of backups) {
      const file = await this.read(serverId, backup.name);
      if (file !== null && isLicenceFile(file.bytes)) return backup;
    }
    return null;
  }

  /** Newest first. */
  async list(serverId: string): Promise<KeptFile[]> {
    const names = await readdir(this.#folder(serverId)).catch(() => []);
    return names.flatMap(partsOf).sort((a, b) => b.stamp - a.stamp);
  }

  #folder(serverId: string) {
    return path.join(this.root, serverId);
  }

  #path(serverId: string, name: string) {
    return path.join(this.#folder(serverId), name);
  }
}
