import { constants, type Stats } from 'node:fs';
import { lstat, open, stat, type FileHandle } from 'node:fs/promises';
import path from 'node:path';

// Windows has neither flag, and opens no folders; there the look at the entry is all there is.
const flags: Partial<typeof constants> = constants;
const FOLDER_ONLY = flags.O_DIRECTORY ?? 0;
const NO_LINKS = flags.O_NOFOLLOW ?? 0;

/** One folder, held open: every name is looked up in it, even when its path leads somewhere else by now. */
export interface HeldFolder {
  facts: Stats;
  /** Where to find an entry of this name. */
  at(name: string): string;
  /** Makes renames last through a power cut, where the system can. */
  flush(): Promise<void>;
  close(): Promise<void>;
}

/** The error a system call would have given, for what only we refuse. */
export const systemError = (code: string): NodeJS.ErrnoException => Object.assign(new Error(code), { code });

/** Linux shows open folders as paths; elsewhere the path itself has to do. */
const anchorOf = async (handle: FileHandle, folder: string, facts: Stats): Promise<string> => {
  const anchor = `/proc/self/fd/${handle.fd}`;
  const shown = await stat(anchor).catch(() => null);
  return shown?.dev === facts.dev && shown.ino === facts.ino ? anchor : folder;
};

/** An open folder: `base` is where its entries are looked up; no handle where the system opens no folders. */
interface OpenFolder {
  handle: FileHandle | null;
  facts: Stats;
  base: string;
}

/**
 * Opens a folder without following a link at the end of its path. Throws the system's error: `ELOOP` for a link,
 * `ENOTDIR` for anything else that is no folder.
 */
export const openFolder = async (folder: string): Promise<OpenFolder> => {
  // A path that ends in a slash would be followed through a link.
  const plain = path.resolve(folder);
  const seen = await lstat(plain);
  if (seen.isSymbolicLink()) throw systemError('ELOOP');
  if (!seen.isDirectory()) throw systemError('ENOTDIR');
  if (FOLDER_ONLY === 0) return { handle: null, facts: seen, base: plain };
  const handle = await open(plain, constants.O_RDONLY | FOLDER_ONLY | NO_LINKS);
  try {
    const facts = await handle.stat();
    return { handle, facts, base: await anchorOf(handle, plain, facts) };
  } catch (error) {
    // Not waited for: on a share it would wait for the call that hangs.
    void handle.close().catch(() => undefined);
    throw error;
  }
};

/** `openFolder` for a folder of the program's own; throws as it does. */
export const holdFolder = async (folder: string): Promise<HeldFolder> => {
  const { handle, facts, base } = await openFolder(folder);
  return {
    facts,
    at: (name) => path.join(base, name),
    flush: async () => handle?.sync(),
    close: async () => handle?.close(),
  };
};
