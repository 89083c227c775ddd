import { constants } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';

/** Why a file that is there could not be taken. */
type UnreadableReason = 'link' | 'not-a-file' | 'too-large' | 'denied';

export type SmallFile =
  | { found: true; bytes: Uint8Array }
  | { found: false; reason: 'missing' }
  | { found: false; reason: UnreadableReason };

const REASONS: Record<string, 'missing' | UnreadableReason> = {
  ENOENT: 'missing',
  ENOTDIR: 'missing',
  ELOOP: 'link',
  EISDIR: 'not-a-file',
  ENXIO: 'not-a-file',
  EACCES: 'denied',
  EPERM: 'denied',
};

const failed = (error: unknown): SmallFile => {
  const reason = REASONS[(error as NodeJS.ErrnoException).code ?? ''];
  if (reason === undefined) throw error;
  return { found: false, reason };
};

/** One byte more than the cap is asked for, so that a file that grows while it is read is noticed. */
const readUpTo = async (handle: FileHandle, cap: number): Promise<SmallFile> => {
  const buffer = new Uint8Array(cap + 1);
  let length = 0;
  while (length <= cap) {
    const { bytesRead } = await handle.read(buffer, length, buffer.length - length);
    if (bytesRead === 0) return { found: true, bytes: buffer.slice(0, length) };
    length += bytesRead;
  }
  return { found: false, reason: 'too-large' };
};

/**
 * Reads a regular file of at most `cap` bytes through one descriptor. With `links: 'refuse'` the file itself may be no
 * link (where the system can tell). Never waits on a pipe. Throws only what no reason names, an I/O error for one.
 */
export const readSmallFile = async (
  file: string,
  cap: number,
  { links = 'refuse' }: { links?: 'refuse' | 'follow' } = {},
): Promise<SmallFile> => {
  // Windows has neither flag; there they are undefined and the file is opened plainly.
  const flags: Partial<typeof constants> = constants;
  const noFollow = links === 'refuse' ? (flags.O_NOFOLLOW ?? 0) : 0;
  let handle: FileHandle;
  try {
    handle = await open(file, constants.O_RDONLY | noFollow | (flags.O_NONBLOCK ?? 0));
  } catch (error) {
    return failed(error);
  }
  try {
    const facts = await handle.stat();
    if (!facts.isFile()) return { found: false, reason: 'not-a-file' };
    if (facts.size > cap) return { found: false, reason: 'too-large' };
    return await readUpTo(handle, cap);
  } finally {
    await handle.close();
  }
};
