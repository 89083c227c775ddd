import { existsSync, watch, type FSWatcher } from 'node:fs';
import path from 'node:path';

/**
 * Calls the listener when the file, or the folder it would lie in, may have changed. No timer: while the folder is missing
 * its parent is watched. A place that is closed to this account cannot be watched; returns how to stop.
 */
export const watchPlace = (file: string, listener: () => void): (() => void) => {
  const folder = path.dirname(file);
  const parent = path.dirname(folder);
  let watcher: FSWatcher | null = null;
  let isInFolder = false;

  const heard = (name: string | null) => {
    const isOurs = isInFolder || name === null || name === path.basename(folder);
    if (!isOurs) return;
    if (existsSync(folder) !== isInFolder) arm();
    listener();
  };
  const arm = () => {
    watcher?.close();
    isInFolder = existsSync(folder);
    try {
      watcher = watch(isInFolder ? folder : parent, { persistent: false }, (_, name) => heard(name));
      watcher.on('error', () => watcher?.close());
    } catch {
      watcher = null;
    }
  };
  arm();
  return () => watcher?.close();
};
