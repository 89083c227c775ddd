import {
  closeSync,
  constants,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  rmSync,
  unlinkSync,
} from 'node:fs';
import path from 'node:path';
import { underUmask } from './tight-umask';

const FOLDER = 'identities';
/** Whoever may use the socket may put a file here; nobody but its owner, and ours, may see, rename or remove one. */
const FOLDER_MODE = 0o1730;
const LEFT_BEHIND_MS = 60_000;

/** A name that only the two ends of one connection can work out; never a way out of the folder. */
const NAME = /^[\w-]{43}$/;

const fileOf = (runFolder: string, name: string) => path.join(runFolder, FOLDER, name);

const isAsMade = (folder: string) => {
  const facts = lstatSync(folder, { throwIfNoEntry: false });
  const isOurs = facts?.isDirectory() === true && facts.uid === process.geteuid?.();
  return isOurs && (facts.mode & 0o7777) === FOLDER_MODE;
};

/**
 * The service's side, before it listens. Another service may turn out to be there already, so what is in use stays; what a
 * client that crashed has left behind is older.
 */
export const openIdentities = (runFolder: string): void => {
  const folder = path.join(runFolder, FOLDER);
  if (!isAsMade(folder)) {
    rmSync(folder, { recursive: true, force: true });
    underUmask(0, () => mkdirSync(folder, { mode: FOLDER_MODE }));
  }
  for (const name of readdirSync(folder)) {
    const file = path.join(folder, name);
    const facts = lstatSync(file, { throwIfNoEntry: false });
    if (facts !== undefined && facts.mtimeMs < Date.now() - LEFT_BEHIND_MS) rmSync(file, { force: true });
  }
};

/** Puts a file of this account there; where that fails the service knows nobody. Gives how to take it away. */
export const showIdentity = (runFolder: string, name: string): (() => void) => {
  const file = fileOf(runFolder, name);
  try {
    closeSync(openSync(file, constants.O_CREAT | constants.O_EXCL | constants.O_WRONLY, 0o600));
  } catch {
    return () => undefined;
  }
  return () => {
    try {
      unlinkSync(file);
    } catch {
      // The service has taken it.
    }
  };
};

/** Whose file lies there, by the account's number; null for none, and for what could be another's: a link, a second name. */
export const takeIdentity = (runFolder: string, name: string): number | null => {
  if (!NAME.test(name)) return null;
  const file = fileOf(runFolder, name);
  try {
    const facts = lstatSync(file);
    unlinkSync(file);
    return facts.isFile() && facts.nlink === 1 && facts.size === 0 ? facts.uid : null;
  } catch {
    return null;
  }
};
