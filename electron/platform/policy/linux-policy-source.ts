import { constants } from 'node:fs';
import { lstat, open, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { POLICY_CAP, type Distrust, type PolicySource, type PolicyText } from './policy-source';
import { watchPlace } from './watch-place';

const LINUX_POLICY = '/etc/remote-service/policy.json';
const WRITABLE_BY_OTHERS = 0o022;

const REASONS: Readonly<Record<string, Distrust>> = { ELOOP: 'link', ENXIO: 'not-a-file' };
const MISSING = ['ENOENT', 'ENOTDIR'];

const distrustOf = ({ uid, mode }: { uid: number; mode: number }, owner: number): Distrust | null => {
  if (uid !== owner) return 'wrong-owner';
  return (mode & WRITABLE_BY_OTHERS) === 0 ? null : 'writable-by-others';
};

const readUpTo = async (handle: FileHandle): Promise<Uint8Array | null> => {
  const buffer = new Uint8Array(POLICY_CAP + 1);
  let length = 0;
  while (length <= POLICY_CAP) {
    const { bytesRead } = await handle.read(buffer, length, buffer.length - length);
    if (bytesRead === 0) return buffer.slice(0, length);
    length += bytesRead;
  }
  return null;
};

/** An account that may write the folder could put another file in its place. */
const lookAtFolder = async (file: string, owner: number): Promise<Distrust | null> => {
  const folder = await lstat(path.dirname(file));
  return folder.isDirectory() ? distrustOf(folder, owner) : 'link';
};

/** Owner, mode and content are those of one open descriptor: nobody can exchange the file in between. */
const readTrusted = async (handle: FileHandle, owner: number): Promise<Uint8Array | Distrust> => {
  const facts = await handle.stat();
  if (!facts.isFile()) return 'not-a-file';
  const distrust = distrustOf(facts, owner);
  if (distrust !== null) return distrust;
  return (await readUpTo(handle)) ?? 'too-large';
};

const readPolicy = async (file: string, owner: number): Promise<PolicyText> => {
  let handle: FileHandle | null = null;
  try {
    handle = await open(file, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    const read = (await lookAtFolder(file, owner)) ?? (await readTrusted(handle, owner));
    return typeof read === 'string'
      ? { found: true, place: file, distrust: read }
      : { found: true, place: file, bytes: read };
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    if (MISSING.includes(code)) return { found: false };
    return { found: true, place: file, distrust: REASONS[code] ?? 'unreadable' };
  } finally {
    await handle?.close();
  }
};

/** `/etc/remote-service/policy.json`, believed only when it is root's and root alone may write it. */
export const createLinuxPolicySource = (file = LINUX_POLICY, owner = 0): PolicySource => ({
  read: () => readPolicy(file, owner),
  watch: (listener) => watchPlace(file, listener),
});
