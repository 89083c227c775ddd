import type { BigIntStats } from 'node:fs';
import {
  lstat,
  readdir,
  readlink,
  realpath,
  rename,
  statfs,
  unlink,
  type FileHandle,
} from 'node:fs/promises';
import path from 'node:path';
import { isProtectedFolder } from '@shared/domain/settings/protected-folder';
import { openFolder, systemError } from '@electron/platform/private-files';
import { errnoOf, PROTECTED } from './folder-failure-reason';
import { identityOf, readPlainFile, writeNewFile, type Ownership, type PlainFile } from './plain-file';

/**
 * One licence folder, held open: every name is looked up in the folder that was opened, even when its path leads
 * somewhere else by now. Every call throws the system's error, or `timed-out` where who opened it set a time limit.
 */
export interface LicenceFolder {
  /** Changes when the file or the rights on the folder do; cheap. */
  fingerprint(name: string): Promise<string>;
  /** null = there is none. Follows no link. */
  read(name: string): Promise<PlainFile | null>;
  /** Creates a file that must not exist yet, and returns when it is on disk; `null` = readable by all. */
  create(name: string, bytes: Uint8Array, ownership: Ownership | null): Promise<void>;
  /** Puts one file in the place of the other, in one step. */
  rename(from: string, to: string): Promise<void>;
  /** Removes a file or a link; none there is fine. */
  remove(name: string): Promise<void>;
  /** Makes renames last through a power cut where the system can. */
  flush(): Promise<void>;
  /** Bytes that this account may still write; null where the file system does not say. */
  freeSpace(): Promise<number | null>;
  /** The probe files that lie there, whoever was cut off before removing them. */
  probes(): Promise<string[]>;
  close(): void;
}

/**
 * Throws `ENOENT`, `ENOTDIR`, `ELOOP` when the path itself is a link, `EPROTECTED` where it leads, over links too, into a
 * folder of the system or one of the program's `own`, and whatever else the system says.
 */
export type OpenLicenceFolder = (folder: string, own?: readonly string[]) => Promise<LicenceFolder>;

/** Of the files that a folder test or a look makes and removes again. */
const PROBE_NAME = /^\.remote-service-test\.[0-9a-f]{16}\.[12]\.tmp$/;

const NOT_FLUSHABLE = new Set(['EINVAL', 'EPERM', 'EACCES', 'EBADF', 'EISDIR', 'ENOTSUP', 'EOPNOTSUPP']);

const none = (error: unknown) => {
  if (errnoOf(error) === 'ENOENT') return null;
  throw error;
};

const ignoringUnflushable = (error: unknown) => {
  if (!NOT_FLUSHABLE.has(errnoOf(error) ?? '')) throw error;
};

class HeldFolder implements LicenceFolder {
  constructor(
    private readonly handle: FileHandle | null,
    private readonly base: string,
    /** Shares number their files as they please, and anew when they are mounted. */
    private readonly hasIdentities: boolean,
  ) {}

  async fingerprint(name: string) {
    const folder = await (this.handle?.stat({ bigint: true }) ?? lstat(this.base, { bigint: true }));
    const file = await lstat(this.#at(name), { bigint: true }).catch(none);
    const identity = (facts: BigIntStats) =>
      this.hasIdentities ? `${identityOf(facts)}:${facts.ctimeNs}` : '';
    const rights = `${this.hasIdentities ? identityOf(folder) : ''}:${folder.mode}:${folder.uid}:${folder.gid}`;
    return `${rights} ${file === null ? '-' : `${identity(file)}:${file.size}:${file.mtimeNs}`}`;
  }

  read(name: string) {
    return readPlainFile(this.#at(name)).catch(none);
  }

  create(name: string, bytes: Uint8Array, ownership: Ownership | null) {
    return writeNewFile(this.#at(name), bytes, ownership);
  }

  rename(from: string, to: string) {
    return rename(this.#at(from), this.#at(to));
  }

  async remove(name: string) {
    await unlink(this.#at(name)).catch(none);
  }

  async flush() {
    await this.handle?.sync().catch(ignoringUnflushable);
  }

  async freeSpace() {
    const { bavail, bsize, blocks } = await statfs(this.base);
    return blocks === 0 ? null : bavail * bsize;
  }

  async probes() {
    return (await readdir(this.base)).filter((name) => PROBE_NAME.test(name));
  }

  close() {
    // Not waited for: it would wait for a hanging call on the same descriptor, and all that matters is flushed.
    void this.handle?.close().catch(() => undefined);
  }

  #at(name: string) {
    return path.join(this.base, name);
  }
}

const PATH_STYLE = path.sep === '\\' ? 'windows' : 'posix';

/** What was opened is asked where it lies, where the system tells: a link that is put in the path meanwhile changes nothing. */
const refuseProtected = async (base: string, plain: string, own: readonly string[]) => {
  const place = await (base === plain ? realpath(plain) : readlink(base));
  // The program's own folders may be reached over links as well.
  const real = await Promise.all(own.map((folder) => realpath(folder).catch(() => folder)));
  if (isProtectedFolder(place, PATH_STYLE, [...own, ...real])) throw systemError(PROTECTED);
};

const openHeld = async (
  folder: string,
  own: readonly string[],
  hasIdentities: boolean,
): Promise<LicenceFolder> => {
  const { handle, base } = await openFolder(folder);
  try {
    await refuseProtected(base, path.resolve(folder), own);
    return new HeldFolder(handle, base, hasIdentities);
  } catch (error) {
    void handle?.close().catch(() => undefined);
    throw error;
  }
};

/** The folder's path may not end in a link: who could swap that link would choose where licences are written. */
export const openLicenceFolder: OpenLicenceFolder = (folder, own = []) => openHeld(folder, own, true);

/** The same for a folder on a share. */
export const openRemoteFolder: OpenLicenceFolder = (folder, own = []) => openHeld(folder, own, false);
