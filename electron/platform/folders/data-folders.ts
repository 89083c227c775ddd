import path from 'node:path';
import type { PathStyle } from '@shared/domain/licence-path';

/** The places below the one data folder; all absolute. */
export interface DataPaths {
  home: string;
  /** `settings.json`: written by the app and the command line, read by all. */
  settings: string;
  preferences: string;
  /** What the service alone writes. */
  state: string;
  /** The socket, the role keys and the public sealing key. */
  run: string;
  logs: string;
  chromiumApp: string;
  chromiumService: string;
}

/** Makes the data folder and refuses one that others could change. */
export interface DataFolders {
  /** How an absolute path is written on this machine. */
  readonly pathStyle: PathStyle;
  /**
   * Creates what is missing, owner only (`run`: readable by the group), and checks what is there; synchronous, because
   * it sets the process's umask for a moment. Throws `data-folder-unsafe` (a link, another owner, writable by others)
   * or `data-folder-unusable`, both with `folder`.
   */
  prepare(home: string): DataPaths;
}

/** Where things lie below `home`; touches nothing. */
export const dataPathsOf = (home: string): DataPaths => ({
  home,
  settings: path.join(home, 'settings.json'),
  preferences: path.join(home, 'preferences.json'),
  state: path.join(home, 'state'),
  run: path.join(home, 'run'),
  logs: path.join(home, 'logs'),
  chromiumApp: path.join(home, 'chromium', 'app'),
  chromiumService: path.join(home, 'chromium', 'service'),
});

/** Every folder with whether its group may look into it, parents first. */
export const foldersOf = (paths: DataPaths) => [
  { folder: paths.home, isForGroup: false },
  { folder: paths.state, isForGroup: false },
  { folder: paths.run, isForGroup: true },
  { folder: paths.logs, isForGroup: false },
  { folder: path.dirname(paths.chromiumApp), isForGroup: false },
  { folder: paths.chromiumApp, isForGroup: false },
  { folder: paths.chromiumService, isForGroup: false },
];
