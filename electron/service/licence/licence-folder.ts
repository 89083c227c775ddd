import { constants } from 'node:fs';
import { lstat, open, rename, stat, unlink, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { errnoOf } from './file-reason';
import type { OperationLimit } from './operation-limit';
import {
  FOLDER_ONLY,
  identityOf,
  NO_LINKS,
  readPlainFile,
  systemError,
  writeNewFile,
  type Ownership,
  type PlainFile,
} from './plain-file';

/**
 * One licence folder, held open: every name is looked up in the folder that was opened, even when its path leads
 * somewhere else by now. Every call has its time limit and throws the system's error or `timed-out`.
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
  close(): void;
}

/** Throws `ENOENT`, `ENOTDIR`, `ELOOP` when the path itself is a link, and whatever else the system says. */
export type OpenLicenceFolder = (folder: string, limit: OperationLimit) => Promise<LicenceFolder>;

const NOT_FLUSHABLE = new Set(['EINVAL', 'EPERM', 'EACCES', 'EBADF', 'EISDIR', 'ENOTSUP', 'EOPNOTSUPP']);

/** Where the system shows open folders as paths, names are looked up from the descriptor; elsewhere from the path. */
const anchorOf = async (handle: FileHandle, folder: string): Promise<string> => {
  const anchor = `/proc/self/fd/${handle.fd}`;
  try {
    const [shown, held] = await Promise.all([stat(anchor, { bigint: true }), handle.stat({ bigint: true })]);
    return identityOf(shown) === identityOf(held) ? anchor : folder;
  } catch {
    return folder;
  }
};

const none = (error: unknown) => {
  if (errnoOf(error) === 'ENOENT') return null;
  throw error;
};

const ignoringUnflushable = (error: unknown) => {
  if (!NOT_FLUSHABLE.has(errnoOf(error) ?? '')) throw error;
};

const refuseUnlessFolder = async (folder: string) => {
  const facts = await lstat(folder);
  if (facts.isSymbolicLink()) throw systemError('ELOOP');
  if (!facts.isDirectory()) throw systemError('ENOTDIR');
};

const openHandle = async (folder: string): Promise<FileHandle | null> => {
  await refuseUnlessFolder(folder);
  try {
    return await open(folder, constants.O_RDONLY | FOLDER_ONLY | NO_LINKS);
  } catch (error) {
    // Windows opens no folders; there the path itself has to do.
    if (FOLDER_ONLY === 0) return null;
    throw error;
  }
};

class HeldFolder implements LicenceFolder {
  constructor(
    private readonly handle: FileHandle | null,
    private readonly base: string,
    private readonly limit: OperationLimit,
  ) {}

  fingerprint(name: string) {
    return this.limit(async () => {
      const folder = await (this.handle?.stat({ bigint: true }) ?? lstat(this.base, { bigint: true }));
      const file = await lstat(this.#at(name), { bigint: true }).catch(none);
      const rights = `${identityOf(folder)}:${folder.mode}:${folder.uid}:${folder.gid}`;
      return `${rights} ${file === null ? '-' : `${identityOf(file)}:${file.size}:${file.mtimeNs}:${file.ctimeNs}`}`;
    });
  }

  read(name: string) {
    return this.limit(() => readPlainFile(this.#at(name)).catch(none));
  }

  create(name: string, bytes: Uint8Array, ownership: Ownership | null) {
    return this.limit(() => writeNewFile(this.#at(name), bytes, ownership));
  }

  rename(from: string, to: string) {
    return this.limit(() => rename(this.#at(from), this.#at(to)));
  }

  async remove(name: string) {
    await this.limit(() => unlink(this.#at(name)).catch(none));
  }

  async flush() {
    await this.limit(async () => this.handle?.sync().catch(ignoringUnflushable));
  }

  close() {
    // Not waited for: it would wait for a hanging call on the same descriptor, and all that matters is flushed.
    void this.handle?.close().catch(() => undefined);
  }

  #at(name: string) {
    return path.join(this.base, name);
  }
}

/** The folder's path may not end in a link: who could swap that link would choose where licences are written. */
export const openLicenceFolder: OpenLicenceFolder = (folder, limit) => {
  // A path that ends in a slash would be followed through a link.
  const plain = path.resolve(folder);
  return limit(
    async () => {
      const handle = await openHandle(plain);
      return new HeldFolder(handle, handle === null ? plain : await anchorOf(handle, plain), limit);
    },
    (late) => late.close(),
  );
};
