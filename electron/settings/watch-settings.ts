import { watch } from 'node:fs';
import { SETTINGS_FILE } from './settings-file';

const QUIET = 50;

/**
 * Calls the listener when `settings.json` below the data folder, which exists, may have changed: once for a burst of
 * changes, 50 ms after its last. Returns how to stop.
 */
export const watchSettings = (home: string, listener: () => void): (() => void) => {
  let timer: NodeJS.Timeout | undefined;
  const watcher = watch(home, { persistent: false }, (_, name) => {
    if (name !== null && name !== SETTINGS_FILE) return;
    clearTimeout(timer);
    timer = setTimeout(listener, QUIET);
  });
  // A folder that goes away ends the watching; whoever reads settings next is told about the folder then.
  watcher.on('error', () => watcher.close());
  return () => {
    clearTimeout(timer);
    watcher.close();
  };
};
