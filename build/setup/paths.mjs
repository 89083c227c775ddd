import { mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';

export const REPOSITORY = path.resolve(import.meta.dirname, '../..');

/** A folder below the user's cache that survives a new clone; it is made when missing. */
export function cacheFolder(...names) {
  const base = process.env.XDG_CACHE_HOME || path.join(homedir(), '.cache');
  const folder = path.join(base, 'remote-service', ...names);
  mkdirSync(folder, { recursive: true });
  return folder;
}
