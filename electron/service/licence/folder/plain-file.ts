import { createHash } from 'node:crypto';
import { constants, type BigIntStats } from 'node:fs';
import { lstat, open, type FileHandle } from 'node:fs/promises';
import { systemError } from '@electron/platform/private-files';

/** A licence file is a few KiB; what is larger is none. */
export const FILE_CAP = 1024 * 1024;

/** A regular file as it was read through one descriptor. */
export interface PlainFile {
  bytes: Uint8Array;
  sha256: string;
  mode: number;
  owner: { user: number; group: number };
  /** ms since the epoch. */
  modifiedAt: number;
  /** Which file this is, whatever its name and content. */
  identity: string;
}

/** Owner and permissions of a new file. */
export type Ownership = Pick<PlainFile, 'mode' | 'owner'>;

const PERMISSIONS = 0o777;
// Windows has none of these; there they are undefined, and the look at the entry before is all there is.
const flags: Partial<typeof constants> = constants;
export const NO_LINKS = flags.O_NOFOLLOW ?? 0;
const NO_WAIT = flags.O_NONBLOCK ?? 0;

export const sha256OfBytes = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

export const identityOf = ({ dev, ino }: BigIntStats): string => `${dev}:${ino}`;

const refuseOthers = (facts: BigIntStats) => {
  if (facts.isSymbolicLink()) throw systemError('ELOOP');
  if (!facts.isFile()) throw systemError('EISDIR');
  if (facts.size > BigInt(FILE_CAP)) throw systemError('EFBIG');
};

const readWhole = async (handle: FileHandle, size: number): Promise<Uint8Array> => {
  const buffer = new Uint8Array(size + 1);
  let length = 0;
  while (length < buffer.length) {
    const { bytesRead } = await handle.read(buffer, length, buffer.length - length, length);
    if (bytesRead === 0) return buffer.slice(0, length);
    length += bytesRead;
  }
  // It grew while it was read: somebody is writing it.
  throw systemError('EBUSY');
};

const readFrom = async (handle: FileHandle): Promise<PlainFile> => {
  const facts = await handle.stat({ bigint: true });
  refuseOthers(facts);
  const bytes = await readWhole(handle, Number(facts.size));
  return {
    bytes,
    sha256: sha256OfBytes(bytes),
    mode: Number(facts.mode) & PERMISSIONS,
    owner: { user: Number(facts.uid), group: Number(facts.gid) },
    modifiedAt: Number(facts.mtimeMs),
    identity: identityOf(facts),
  };
};

/**
 * Reads a regular file of at most 1 MiB; follows no link and waits on no pipe. Throws the system's error, and with its
 * numbers `ELOOP` for a link, `EISDIR` for anything that is not a file, `EFBIG` above the cap, `EBUSY` while it grows.
 */
export const readPlainFile = async (path: string): Promise<PlainFile> => {
  refuseOthers(await lstat(path, { bigint: true }));
  const handle = await open(path, constants.O_RDONLY | NO_LINKS | NO_WAIT);
  try {
    return await readFrom(handle);
  } finally {
    await handle.close();
  }
};

const giveTo = async (handle: FileHandle, { mode, owner }: Ownership) => {
  const { uid, gid } = await handle.stat();
  if (uid !== owner.user || gid !== owner.group) {
    // Only root may give a file away; for all others the earlier mode has to do.
    await handle.chown(owner.user, owner.group).catch(() => undefined);
  }
  await handle.chmod(mode & PERMISSIONS);
};

/** Creates a file that must not exist yet, through no link, and returns when it is on disk. */
export const writeNewFile = async (path: string, bytes: Uint8Array, ownership: Ownership | null) => {
  const handle = await open(
    path,
    constants.O_CREAT | constants.O_EXCL | constants.O_WRONLY | NO_LINKS,
    0o600,
  );
  try {
    await handle.writeFile(bytes);
    // The licence server runs as another account and has to read what we write.
    await (ownership === null ? handle.chmod(0o644) : giveTo(handle, ownership));
    await handle.sync();
  } finally {
    await handle.close();
  }
};
