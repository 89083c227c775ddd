import { watch, type FSWatcher } from 'node:fs';
import path from 'node:path';
import { SETTINGS_FILE } from './settings-file';

const QUIET = 50;

export interface SettingsWatch {
  /** False where the system gave no watch, or has taken it back: changes are not told. */
  isLive(): boolean;
  stop(): void;
}

const tryToWatch = (folder: string, hear: (name: string | null) => void): FSWatcher | null => {
  try {
    return watch(folder, { persistent: false }, (_, name) => hear(name));
  } catch {
    return null;
  }
};

/**
 * Calls the listener when `settings.json` below the data folder, which exists, may have changed: once for a burst of
 * changes, 50 ms after its last.
 */
export const watchSettings = (home: string, listener: () => void): SettingsWatch => {
  let timer: NodeJS.Timeout | undefined;
  const end = () => {
    watcher?.close();
    watcher = null;
  };
  const hear = (name: string | null) => {
    // The folder itself has gone or was moved away, and with it what is watched.
    if (name === path.basename(home)) end();
    else if (name !== null && name !== SETTINGS_FILE) return;
    clearTimeout(timer);
    timer = setTimeout(listener, QUIET);
  };
  let watcher = tryToWatch(home, hear);
  watcher?.on('error', end);
  return {
    isLive: () => watcher !== null,
    stop: () => {
      clearTimeout(timer);
      end();
    },
  };
};
