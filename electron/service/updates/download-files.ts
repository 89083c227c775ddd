import { createHash, type Hash } from 'node:crypto';
import { constants } from 'node:fs';
import { mkdir, open, readdir, rename, rm, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { systemError } from '@electron/platform/private-files/index';
import { putStateFile, readStateBytes } from '@electron/service/state/state-file';
import type { Release } from '@shared/domain/licence/format/licence-claims';

const CHUNK_BYTES = 1024 * 1024;
/** The allowed extensions of an installer; the rest of the name never comes from the back office. */
const EXTENSIONS = ['.deb', '.rpm', '.appimage', '.exe', '.msi', '.run'];
// Windows does not know these flags; there they are undefined and files are opened plainly.
const known: Partial<typeof constants> = constants;
/** Follows no link and waits at no pipe. */
const PLAINLY = (known.O_NOFOLLOW ?? 0) | (known.O_NONBLOCK ?? 0);

/** Throws the system's error, `EISDIR` for all that is no plain file. */
const openPlain = async (file: string, flags: number): Promise<FileHandle> => {
  const handle = await open(file, flags | PLAINLY, 0o600);
  if ((await handle.stat()).isFile()) return handle;
  await handle.close();
  throw systemError('EISDIR');
};

/** What says that something else than a file of this program stands there. */
const NO_FILE = new Set(['EISDIR', 'ELOOP', 'EMLINK', 'ENXIO', 'EACCES', 'EPERM']);

const isNoFile = (error: unknown) =>
  error instanceof Error && 'code' in error && NO_FILE.has(String(error.code));

type Named = Pick<Release, 'fileName' | 'sha256'>;

const extensionOf = ({ fileName }: Named): string => {
  const extension = path.extname(fileName).toLowerCase();
  return EXTENSIONS.includes(extension) ? extension : '.bin';
};

const isMissing = (error: unknown) => error instanceof Error && 'code' in error && error.code === 'ENOENT';

const hashInto = async (hash: Hash, handle: FileHandle, size: number): Promise<void> => {
  const buffer = Buffer.allocUnsafe(CHUNK_BYTES);
  for (let at = 0; at < size;) {
    const { bytesRead } = await handle.read(buffer, 0, Math.min(CHUNK_BYTES, size - at), at);
    if (bytesRead === 0) return;
    hash.update(buffer.subarray(0, bytesRead));
    at += bytesRead;
  }
};

/** A download under way: where it stands and the hash of what is there. */
export type OpenPart = { handle: FileHandle; size: number; hash: Hash };

/** The installers of one folder that the service alone writes: parts, and whole ones whose hash was right. */
export class DownloadFiles {
  constructor(private readonly folder: string) {}

  async prepare(): Promise<void> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
  }

  /** Where the whole installer lies or will lie. */
  pathOf(release: Named): string {
    return path.join(this.folder, `${release.sha256}${extensionOf(release)}`);
  }

  /** Opens what there is of an installer; what is longer than it may be counts as nothing. */
  async openPart({ sha256, size }: Pick<Release, 'sha256' | 'size'>): Promise<OpenPart> {
    const flags = constants.O_RDWR | constants.O_CREAT;
    const file = this.#partOf(sha256);
    const handle = await openPlain(file, flags).catch(async (error: unknown) => {
      if (!isNoFile(error)) throw error;
      await rm(file, { force: true, recursive: true });
      return openPlain(file, flags);
    });
    try {
      const hash = createHash('sha256');
      const { size: found } = await handle.stat();
      if (found > size) await handle.truncate(0);
      const kept = found > size ? 0 : found;
      await hashInto(hash, handle, kept);
      return { handle, size: kept, hash };
    } catch (error) {
      await handle.close();
      throw error;
    }
  }

  /** How many bytes of it are here. */
  async partSize({ sha256 }: Pick<Release, 'sha256'>): Promise<number> {
    try {
      const handle = await openPlain(this.#partOf(sha256), constants.O_RDONLY);
      return await handle
        .stat()
        .then(({ size }) => size)
        .finally(() => handle.close());
    } catch (error) {
      if (isMissing(error) || isNoFile(error)) return 0;
      throw error;
    }
  }

  /** The strong tag of the version the part is of; null = not known. */
  async tagOf({ sha256 }: Pick<Release, 'sha256'>): Promise<string | null> {
    const read = await readStateBytes(this.#tagOf(sha256), 1000);
    return read.found ? new TextDecoder().decode(read.bytes) : null;
  }

  async keepTag({ sha256 }: Pick<Release, 'sha256'>, tag: string): Promise<void> {
    await putStateFile(this.#tagOf(sha256), tag);
  }

  /** The part is whole and its hash was right: it gets its name. */
  async complete(release: Named): Promise<void> {
    await rename(this.#partOf(release.sha256), this.pathOf(release));
  }

  async discard(release: Named): Promise<void> {
    const { sha256 } = release;
    for (const file of [this.#partOf(sha256), this.#tagOf(sha256), this.pathOf(release)]) {
      await rm(file, { force: true, recursive: true });
    }
  }

  /** Reads the whole installer through one handle; `missing` when there is none. */
  async check(release: Named & Pick<Release, 'size'>): Promise<'good' | 'changed' | 'missing'> {
    let handle: FileHandle;
    try {
      handle = await openPlain(this.pathOf(release), constants.O_RDONLY);
    } catch (error) {
      if (isMissing(error)) return 'missing';
      return 'changed';
    }
    try {
      const { size } = await handle.stat();
      const hash = createHash('sha256');
      await hashInto(hash, handle, size);
      return size === release.size && hash.digest('hex') === release.sha256 ? 'good' : 'changed';
    } finally {
      await handle.close();
    }
  }

  /** Removes everything that does not belong to the release on offer; null = everything. */
  async tidy(release: Named | null): Promise<void> {
    for (const name of await readdir(this.folder)) {
      if (release !== null && name.startsWith(release.sha256)) continue;
      await rm(path.join(this.folder, name), { force: true, recursive: true });
    }
  }

  #tagOf(sha256: string) {
    return path.join(this.folder, `${sha256}.etag`);
  }

  #partOf(sha256: string) {
    return path.join(this.folder, `${sha256}.part`);
  }
}
